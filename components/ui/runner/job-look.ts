import type { StateTone } from "@/components/ui/state-mark";
import { type JobState, jobStanding } from "@/lib/domain/release/job";
import type { ReleaseState } from "@/lib/domain/release/state";

/** How a job stands, in one word for which every language has a sentence. */
export type JobLook =
  | "waiting"
  | "withdrawn"
  | "unwanted"
  | "running"
  | "stopping"
  | "succeeded"
  | "by_hand"
  | "exited"
  | "signalled"
  | "failed"
  | "cancelled"
  | "timed_out"
  | "refused"
  | "lost";

export const LOOK_TONE: Record<JobLook, StateTone> = {
  waiting: "waiting",
  withdrawn: "skipped",
  unwanted: "skipped",
  running: "active",
  stopping: "stopped",
  succeeded: "done",
  by_hand: "waiting",
  exited: "failed",
  signalled: "failed",
  failed: "failed",
  cancelled: "stopped",
  timed_out: "failed",
  refused: "failed",
  lost: "unknown",
};

function endOf({ outcome, exitCode, signal, byHand }: NonNullable<JobState["ended"]>): JobLook {
  if (outcome === "succeeded" && byHand === true) return "by_hand";
  if (outcome !== "failed") return outcome;
  if (signal !== null) return "signalled";
  return exitCode === null ? "failed" : "exited";
}

/** What is to be said of a job now. */
export function jobLook(state: ReleaseState, job: JobState): JobLook {
  if (job.ended !== null) return endOf(job.ended);
  const standing = jobStanding(state, job);
  if (job.taken !== null) return standing === "go_on" ? "running" : "stopping";
  if (job.cancel !== null) return "withdrawn";
  return standing === "go_on" ? "waiting" : "unwanted";
}
