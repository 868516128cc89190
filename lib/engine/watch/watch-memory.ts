import type { CheckState } from "@/lib/analysis/take-round";
import type { CheckId } from "@/lib/domain/plan/ids";
import type { MeasureKind } from "@/lib/domain/plan/measure";
import type { Phrase } from "@/lib/domain/release/phrase";
import type { Instant } from "@/lib/domain/release/time";
import type { Gap } from "./chart-gaps";
import type { CountMemory } from "./counted-traffic";
import type { Together } from "./round-pace";

/** What one check remembers from round to round. */
export type CheckMemory = {
  kind: MeasureKind;
  /** The share of traffic, 0 to 1, under which this run was begun. */
  share: number;
  state: CheckState;
  /** Asked by a clock of its own, before the rehearsal began. */
  standing?: boolean;
  /** What was said last: shown until the check is asked again. */
  says?: Phrase;
  /** What was measured last: it stands until the check is asked again. */
  value?: number | null;
  /** Rounds running in which a probe was false. */
  falseRounds?: number;
};

/** What the watch remembers of one source: when it last answered, and how often it has not since. */
export type SourceMemory = { lastGoodAt: Instant | null; misses: number; seen: boolean };

/** Everything that a restart must not lose, besides the log. Of another version it is forgotten: runs then begin anew. */
export type Memory = {
  version: 1;
  checks: Record<CheckId, CheckMemory>;
  sources: Record<string, SourceMemory>;
  /** Errors of the old version in each round before the first shift: how they scatter is φ. */
  oldErrors: number[];
  /** Stretches that nobody watched, still to be asked for: for charts only. */
  gaps: Gap[];
  together: Together | null;
  /** What the proxy said lately. */
  counted: CountMemory | null;
};

export const NO_MEMORY: Memory = {
  ...{ version: 1, checks: {}, sources: {}, oldErrors: [], gaps: [] },
  ...{ together: null, counted: null },
};

/** The memory as it was kept; an unknown form is none. */
export function restoreMemory(kept: object | null): Memory {
  return kept !== null && Reflect.get(kept, "version") === NO_MEMORY.version ? { ...NO_MEMORY, ...kept } : NO_MEMORY;
}
