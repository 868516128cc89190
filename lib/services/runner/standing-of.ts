import type { JobStanding } from "@/lib/contracts/runner";
import { type JobId, jobStanding } from "@/lib/domain/release/job";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { RunnerRecord } from "@/lib/ports/runner-store";

/** What a runner is told of a job that it was offered. A job that another has begun is nobody else's. */
export function standingOf(state: ReleaseState | null, id: JobId, runner: Pick<RunnerRecord, "name">): JobStanding {
  const job = state?.jobs[id];
  if (state === null || job === undefined) return "fenced";
  if (job.taken !== null && job.taken.runner !== runner.name) return "fenced";
  const standing = jobStanding(state, job);
  return standing === "ended" ? "settled" : standing;
}
