import type { Instant } from "@/lib/domain/release/time";
import type { TrafficObservation } from "../contracts/traffic";

/** A proxy that has not been heard of for so long says nothing of now. Real time, ms. */
export const COUNTS_OLD_MS = 20_000;

type Observed = Extract<TrafficObservation, { kind: "observed" }>;

/**
 * What a proxy has counted; `at` is when the server was told, by the database's clock. `isDisputed`: another one that was heard of within
 * `COUNTS_OLD_MS` of it has another share in place. `others`: those that have the same one, and serve users too.
 */
export type CountedTraffic = Observed & { at: Instant; isDisputed?: true; others?: readonly Observed[] };

/** The newest word of each proxy about a release's traffic. */
export interface TrafficCountStore {
  keep(word: { releaseId: string; runnerId: string; action: string; counts: TrafficObservation }): Promise<void>;
  /** The newest word about the release, of several proxies with one share always the same one's first; null where nobody counts. */
  newest(releaseId: string): Promise<CountedTraffic | null>;
}
