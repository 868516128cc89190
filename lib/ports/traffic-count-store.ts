import type { Instant } from "@/lib/domain/release/time";
import type { TrafficObservation } from "../contracts/traffic";

/** What a proxy has counted; `at` is when the server was told, by the database's clock. */
export type CountedTraffic = Extract<TrafficObservation, { kind: "observed" }> & { at: Instant };

/** The newest word of each proxy about a release's traffic. */
export interface TrafficCountStore {
  keep(word: { releaseId: string; runnerId: string; action: string; counts: TrafficObservation }): Promise<void>;
  /** The newest word about the release; null where nobody counts. */
  newest(releaseId: string): Promise<CountedTraffic | null>;
}
