import type { ChainedEvent, ReleaseEvent } from "@/lib/domain/release/events";
import type { ReleaseMode, ReleaseState, ReleaseStatus } from "@/lib/domain/release/state";
import type { Instant } from "@/lib/domain/release/time";
import type { ReleaseTimer } from "@/lib/domain/release/timers";

/** Commands that stop something have connections of their own: nothing that is slow elsewhere may delay them. */
export type Lane = "ordinary" | "stopping";

export type StoredRelease = {
  releaseId: string;
  planVersionId: string;
  seq: number;
  head: string;
  foldVersion: number;
  state: ReleaseState;
  /** Whether everyone whom the plan asks has approved this version. */
  approved: boolean;
};

export type StoredAnswer = { seq: number; events: { seq: number; type: string }[] };
export type KnownCommand = { bodyHash: string; answer: StoredAnswer };

export type CommandKey = { actor: string; key: string };

export type Append = {
  expectedSeq: number;
  state: ReleaseState;
  /** At least one, consecutive, stamped and chained. */
  events: ChainedEvent[];
  command: CommandKey & KnownCommand;
  /** The database's clock must show this instant first: a soak that is over, a timer that is due. */
  notBefore: Instant | null;
  /** Every timer that the new state asks for; null = as before. */
  timers: ReleaseTimer[] | null;
};

/**
 * `lost`: somebody else was faster, nothing was written. `skewed`: the event's time is too far from the database's clock, or too early.
 * `key_taken`: the key was stored meanwhile.
 */
export type AppendOutcome = "appended" | "lost" | "skewed" | "key_taken";

export interface ReleaseLog {
  /**
   * The release as this process last read or wrote it; null = it does not remember. The log may have moved on since, so nothing but an
   * append may come of it: that one is `lost` then.
   */
  recall(releaseId: string): StoredRelease | null;
  load(releaseId: string, command: CommandKey): Promise<{ release: StoredRelease | null; known: KnownCommand | null }>;
  append(append: Append): Promise<AppendOutcome>;
}

export type ReleaseSummary = {
  releaseId: string;
  planId: string;
  planTitle: string;
  planVersionId: string;
  version: string;
  mode: ReleaseMode;
  status: ReleaseStatus;
  startsAt: Instant;
  createdAt: Instant;
  seq: number;
};

export type ReleaseHead = { releaseId: string; seq: number; status: ReleaseStatus };

export type StoredSnapshot = StoredRelease & { recent: ReleaseEvent[] };

export interface ReleaseStore {
  log(lane: Lane): ReleaseLog;
  /** The same with the release's row locked until `act` is done: nobody is faster. */
  withLock<T>(releaseId: string, lane: Lane, act: (log: ReleaseLog) => Promise<T>): Promise<T>;
  /** `key_taken`: the key was stored meanwhile, nothing was written. */
  create(first: {
    state: ReleaseState;
    event: ChainedEvent;
    createdBy: string;
    keyed: (CommandKey & { bodyHash: string }) | null;
  }): Promise<"created" | "key_taken">;
  /** What was done under this key, on which release. */
  findCreated(key: CommandKey): Promise<{ releaseId: string; bodyHash: string } | null>;
  /** State and newest events of one moment. */
  findSnapshot(releaseId: string, recent: number): Promise<StoredSnapshot | null>;
  listEvents(ask: { releaseId: string; after: number; limit: number; lane?: Lane }): Promise<ChainedEvent[]>;
  /** The newest first. */
  list(): Promise<ReleaseSummary[]>;
  /** Where every release stands that is not over, or changed within a day. */
  listHeads(): Promise<ReleaseHead[]>;
}
