import type { CheckId } from "@/lib/domain/plan/ids";
import type { Phrase } from "@/lib/domain/release/phrase";
import type { CheckVerdict } from "@/lib/domain/release/state";
import type { Instant } from "@/lib/domain/release/time";
import type { WatchEvidence } from "@/lib/domain/release/watch-evidence";
import type { VersionCount } from "./traffic";

/** The round of a live release that should be watched, and that nobody has watched yet: older than any round, nothing in it passed. */
export function awaitedRound(releaseId: string): Round {
  const evidence = { roundAt: 0, verdicts: {}, observedShare: null, wantedShare: 0, band: null, intervalMs: 15_000 };
  return { releaseId, evidence, readings: [], sources: [] };
}

/** The Postgres channel that says of which release there is a new round; the round itself is read. */
export const ROUND_CHANNEL = "holdpoint_round";

/** Which version a value is of: `new` and `old` where both are asked, `one` where the query knows no versions. */
export type Side = "new" | "old" | "one";

/** The value of one side in one round, as charts draw it; null where there was nothing to draw. `at` is real time. */
export type SideValue = { side: Side; value: number | null; at: Instant };

/** What one check came to in one round. */
export type CheckReading = {
  check: CheckId;
  verdict: CheckVerdict;
  says: Phrase;
  values: SideValue[];
  /** Asked in this round; false for a check whose delay is not over. */
  asked: boolean;
  /** Its query has erred five times running, although the source may answer others. */
  blind?: true;
};

/** How a source fared: seen in this round or not, and when it last answered. */
type SourceReading = { source: string; seen: boolean; lastGoodAt: Instant | null; simulated: boolean };

/** One finished sampling round of a release's watch. Pushed to every screen, volatile: the next one replaces it. */
export type Round = {
  releaseId: string;
  evidence: NonNullable<WatchEvidence>;
  readings: CheckReading[];
  sources: SourceReading[];
  /** What the proxy has counted, where one does. */
  traffic?: CountedRequests;
};

/** Requests of users by the side that served them, and by the version that each side named. `at` is when it was told. */
export type CountedRequests = {
  share: number;
  since: Instant;
  at: Instant;
  green: number;
  blue: number;
  nobody: number;
  other: number;
  versions: VersionCount[];
};

/**
 * One stored measurement. `series` is the check's id and the side, as `check:1.1|new`. `filled`: asked for afterwards, so that a chart
 * has no hole; no verdict has ever stood on it.
 */
export type SamplePoint = { series: string; at: Instant; value: number | null; filled?: true };

/** The name under which the values of one side of a check are kept. */
export function seriesOf(check: CheckId, side: Side): string {
  return `${check}|${side}`;
}
