import type { Round, SamplePoint } from "@/lib/contracts/round";
import type { Instant } from "@/lib/domain/release/time";

/** What a check's run remembers from round to round; only the engine knows its shape. */
export type WatchMemory = Record<string, unknown>;

/** The watch is leased release by release, so that of all instances one asks the sources. */
export interface WatchStore {
  /** Takes what nobody holds and renews what this worker holds; answers every release that it holds now. */
  hold(ask: { worker: string; leaseMs: number }): Promise<string[]>;
  /** Gives everything back, to be taken by another at once. */
  letGo(worker: string): Promise<void>;
  recall(releaseId: string): Promise<{ round: Round | null; memory: WatchMemory | null }>;
  /** Keeps a round with its samples and announces it; false when another worker holds the release now. */
  keep(kept: { worker: string; round: Round; memory: WatchMemory; samples: SamplePoint[] }): Promise<boolean>;
  /** Releases under way whose last round is older than `leastMs` and than three of their rounds; rehearsals that were left are none. */
  listQuiet(leastMs: number): Promise<string[]>;
  /** The last round; of a live release with sources and measured checks that nobody has watched yet, a round older than any. */
  findRound(releaseId: string): Promise<Round | null>;
  /** Samples with `from <= at < to`, oldest first, at most `limit` a series: evenly thinned when there are more. */
  listSamples(ask: { releaseId: string; from: Instant; to: Instant; limit: number }): Promise<SamplePoint[]>;
  /** Adds what was measured before anybody watched; what is known stays. */
  fillIn(releaseId: string, samples: SamplePoint[]): Promise<void>;
  /** Deletes samples of releases that ended more than `days` days ago; returns how many. */
  forgetSamples(days: number): Promise<number>;
}
