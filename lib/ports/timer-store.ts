import type { ReleaseTimer } from "@/lib/domain/release/timers";

export type DueTimer = ReleaseTimer & { releaseId: string };

/** Timers are leased, so that of several instances one acts and another takes over when it dies. */
export interface TimerStore {
  /** Leases what is due by the database's clock, the oldest first. */
  takeDue(ask: { worker: string; limit: number; leaseMs: number }): Promise<DueTimer[]>;
  /** Milliseconds until the next one that nobody holds; null when there is none. */
  untilNextMs(): Promise<number | null>;
  /** Removes this very timer; a renewed one under the same key stays. */
  finish(timer: DueTimer): Promise<void>;
  /** Gives it back, to be taken again at once. */
  release(timer: DueTimer): Promise<void>;
  /** Deletes stored answers that are older than their promise; returns how many. */
  forgetOldCommands(): Promise<number>;
}
