import type { CheckId, ItemId } from "../plan/ids";
import type { Phrase } from "./phrase";
import type { CheckVerdict } from "./state";
import type { Instant } from "./time";

/** What the probe of a checklist item said, and in how many rounds running it was false. */
export type ProbeReading = { item: ItemId; verdict: CheckVerdict; says: Phrase; falseRounds: number };

/** The name under which the watch itself is out of sight: no round has come for a while, whatever the sources do. */
export const WATCH_ITSELF = "Holdpoint";

/** What a check behind a success criterion or an observation window said last. */
export type CheckSaid = { check: CheckId; verdict: CheckVerdict; says: Phrase };

/**
 * The watch's latest finished sampling round; null where nothing watches. Times and interval are real. `band` says how the share
 * that the new version itself serves lies to `wantedShare`, the share that was looked for; null where nobody counts.
 */
export type WatchEvidence = {
  roundAt: Instant;
  verdicts: Record<CheckId, CheckVerdict>;
  observedShare: number | null;
  wantedShare: number;
  band: "in" | "out" | "unknown" | null;
  intervalMs: number;
  probes?: ProbeReading[];
  /** While the release is observed: the checks behind its criteria and windows. */
  afterwards?: CheckSaid[];
  /** The last round in which all checks that gates stand on were asked, and which of them passed in it. */
  together?: { at: Instant; passed: CheckId[]; everyMs: number };
  /** Nobody has defined a source: proxies count requests, and nothing else is looked at. */
  sourceless?: true;
  /** Seen in a rehearsal's simulated shop. */
  simulated?: true;
} | null;
