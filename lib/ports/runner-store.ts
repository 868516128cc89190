import type { RunnerHello } from "@/lib/contracts/runner";
import type { JobId } from "@/lib/domain/release/job";
import type { ReleaseMode } from "@/lib/domain/release/state";
import type { Instant } from "@/lib/domain/release/time";

export type RunnerRecord = {
  id: string;
  name: string;
  /** Of which releases it takes jobs: a rehearsal never reaches a host that serves people. */
  mode: ReleaseMode;
  environment: string;
  labels: string[];
  /** What it said of itself when it last came up; null = it never did. */
  hello: RunnerHello | null;
  createdAt: Instant;
  lastSeenAt: Instant | null;
};

type NewRunner = Pick<RunnerRecord, "id" | "name" | "mode" | "environment" | "labels"> & {
  hash: string;
  createdBy: string;
};

export type JobRef = { releaseId: string; job: JobId };
type Offer = JobRef & { runnerId: string; instance: string; takeKey: string; leaseMs: number };
export type SilentJob = JobRef & { runner: string };

/** Runners, and who holds which job. Leases run by the database's clock. */
export interface RunnerStore {
  /** False: the name is taken. */
  add(runner: NewRunner): Promise<boolean>;
  list(): Promise<RunnerRecord[]>;
  revoke(id: string): Promise<boolean>;
  /** The runner of a token that is good, seen now. */
  use(hash: string): Promise<RunnerRecord | null>;
  greet(id: string, hello: RunnerHello): Promise<void>;
  /** Whether the job is this offer's: nobody held it, the lease was over, or it was offered under the same key. */
  offer(offer: Offer): Promise<boolean>;
  /** Whether the job is this runner's to begin: it holds it, even when the lease is over, or nobody does. It then holds it anew. */
  claim(ref: JobRef & { runnerId: string; instance: string; leaseMs: number }): Promise<boolean>;
  /** Holds on to a job that is this runner's. */
  renew(ref: JobRef & { runnerId: string; leaseMs: number }): Promise<void>;
  letGo(ref: JobRef): Promise<void>;
  /** Jobs whose runner has not been heard of since its lease ran out. */
  listSilent(): Promise<SilentJob[]>;
}

/** The bytes that jobs have written, in order and without holes. */
export interface OutputStore {
  /** How many bytes there are after this piece: what is known already is dropped, and nothing is kept behind a hole. */
  append(ref: JobRef, piece: { from: number; data: Uint8Array<ArrayBuffer> }): Promise<number>;
  size(ref: JobRef): Promise<number>;
  /** At most `limit` bytes from there. */
  read(ref: JobRef, range: { from: number; limit: number }): Promise<Uint8Array>;
}
