import { type Binding, targetKey } from "../plan/binding";
import type { RollbackStepId, StageId, StepId } from "../plan/ids";
import type { PlanIndex } from "../plan/plan-index";
import type { Mark, ReleaseState } from "./state";
import { TERMINAL_RELEASE } from "./transitions";

export type JobId = `job:${number}`;

/** What a job is for. `share` is the percentage that the new version is to get, `stage` the shift that it belongs to. */
export type JobPurpose =
  | { kind: "step"; stage: StageId; step: StepId }
  | { kind: "traffic"; share: number; stage?: StageId }
  | { kind: "rollback_step"; step: RollbackStepId }
  | { kind: "drill" };

/** A rollback has runner slots of its own: nothing that runs may delay it. */
export type JobLane = "ordinary" | "rollback";

/** `refused`: the runner's host would not do it. `lost`: nobody knows how it ended. */
export const JOB_OUTCOMES = ["succeeded", "failed", "cancelled", "timed_out", "refused", "lost"] as const;
export type JobOutcome = (typeof JOB_OUTCOMES)[number];

/** Why a runner's host would not do a job (`cannot_start`: or could not), for whoever says it in a reader's language. */
type JobRefusal =
  | "old_epoch"
  | "not_started_in_time"
  | "unknown_action"
  | "wrong_kind"
  | "bad_arguments"
  | "labels"
  | "scripts_off"
  | "not_approved"
  | "altered_text"
  | "not_commands"
  | "no_driver"
  | "cannot_start";

/** How a process ended, as its runner tells it. `bytes` of output were kept; `capped`: there was more. */
export type JobEnd = {
  outcome: JobOutcome;
  exitCode: number | null;
  signal: string | null;
  bytes: number;
  capped: boolean;
  says: string;
  refusal?: JobRefusal;
  /** The driver has no hands: nothing has moved until a person has put its text in place and said so. */
  byHand?: true;
};

/** One piece of work for a runner. The epoch is the one it was asked for under: an older one than the release's has no effect. */
export type JobState = {
  purpose: JobPurpose;
  lane: JobLane;
  epoch: number;
  status: "requested" | "running" | "ended";
  requested: Mark;
  taken: (Mark & { runner: string; instance: string }) | null;
  cancel: Mark | null;
  /** `counted`: something followed from its end; false when it came too late. */
  ended: (Mark & JobEnd & { counted: boolean }) | null;
};

/** Whether a job may go on: `cancel` and `fenced` mean that it must stop and has no effect any more. */
export type JobStanding = "go_on" | "cancel" | "fenced" | "ended";

const NO_WORK_LEFT: ReadonlySet<ReleaseState["status"]> = new Set([...TERMINAL_RELEASE, "rolling_back"]);

/**
 * How a job stands with its release. What has begun goes on during a hold, but no traffic moves under an older epoch, nothing begins under
 * one, and a rollback ends all that is not its own.
 */
export function jobStanding(state: ReleaseState, job: JobState): JobStanding {
  if (job.status === "ended") return "ended";
  if (job.cancel !== null) return "cancel";
  if (TERMINAL_RELEASE.has(state.status)) return "cancel";
  if (job.lane === "rollback") return job.epoch === state.epoch ? "go_on" : "fenced";
  if (NO_WORK_LEFT.has(state.status)) return "fenced";
  const movesTraffic = job.purpose.kind === "traffic";
  if (job.epoch !== state.epoch && (movesTraffic || job.status === "requested")) return "fenced";
  const stage = "stage" in job.purpose ? job.purpose.stage : undefined;
  return stage === undefined || state.stages[stage]?.status === "running" ? "go_on" : "cancel";
}

/** The name of the next job of a release. */
export function nextJob(state: ReleaseState, ahead = 0): JobId {
  return `job:${Object.keys(state.jobs).length + 1 + ahead}`;
}

/** Whether both are for the same thing, whichever share or stage. */
export function samePurpose(one: JobPurpose, other: JobPurpose): boolean {
  return one.kind === other.kind && (!("step" in one) || !("step" in other) || one.step === other.step);
}

function isJob(id: string): id is JobId {
  return id.startsWith("job:");
}

/** Every job of a release with its name, in the order in which they were asked for. */
export function jobsOf(state: ReleaseState): { id: JobId; job: JobState }[] {
  return Object.entries(state.jobs).flatMap(([id, job]) => (isJob(id) ? [{ id, job }] : []));
}

/** The newest job for the same thing, whichever share or stage it was for; null when there was none. */
export function newestJob(state: ReleaseState, purpose: JobPurpose): { id: JobId; job: JobState } | null {
  return jobsOf(state).findLast(({ job }) => samePurpose(job.purpose, purpose)) ?? null;
}

/** A job for the same thing that has not ended and may still have an effect. */
export function standingJob(state: ReleaseState, purpose: JobPurpose): { id: JobId; job: JobState } | null {
  const newest = newestJob(state, purpose);
  return newest !== null && jobStanding(state, newest.job) === "go_on" ? newest : null;
}

/** What the plan says that a job is done by; null where it binds nothing. */
export function bindingFor(index: PlanIndex, purpose: JobPurpose): Binding | null {
  const target = purpose.kind === "step" ? { kind: purpose.kind, step: purpose.step } : purpose;
  return index.bindings.get(targetKey(target)) ?? null;
}
