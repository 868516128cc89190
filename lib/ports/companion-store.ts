import type { CompanionState } from "@/lib/contracts/grafana";

/** What a follower remembers of one release at one source; only the engine knows its shape. */
export type CompanionMemory = Record<string, unknown>;

/** One release at one source. */
type CompanionPair = { releaseId: string; sourceId: string };
export type CompanionCursor = CompanionPair & {
  /** The last event of which everything was told. */
  seq: number;
  memory: CompanionMemory | null;
  failures: number;
};

/** How far each Grafana has been told of each live release, leased pair by pair. */
export interface CompanionStore {
  /** Leases what has something to be told and whose rest is over: live releases only, and sources that want annotations. */
  take(ask: { worker: string; limit: number; leaseMs: number }): Promise<CompanionCursor[]>;
  /** Keeps how far it came and renews the lease; false when another holds it now. `told`: something was delivered. */
  keep(kept: CompanionPair & Held & { seq: number; memory: CompanionMemory; told: boolean }): Promise<boolean>;
  /** Gives it back; after a failure it rests first. */
  letGo(pair: CompanionPair & { worker: string; failed: { because: string; restMs: number } | null }): Promise<void>;
  /** How a release's annotations fare, by the name of the source. */
  states(releaseId: string): Promise<CompanionState[]>;
}

type Held = { worker: string; leaseMs: number };
