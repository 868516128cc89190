import type { JobStanding } from "@/lib/contracts/runner";
import { type JobId, jobStanding } from "@/lib/domain/release/job";
import type { ReleaseState } from "@/lib/domain/release/state";
import type { RunnerRecord } from "@/lib/ports/runner-store";

type Asking = Pick<RunnerRecord, "name" | "mode">;

/** What a runner is told of a job that it was offered. A job that another has begun is nobody else's, and no rehearsal's runner is a live one's. */
export function standingOf(state: ReleaseState | null, id: JobId, runner: Asking): JobStanding {
  const job = state?.jobs[id];
  if (state === null || job === undefined || state.clock.mode !== runner.mode) return "fenced";
  if (job.taken !== null && job.taken.runner !== runner.name) return "fenced";
  const standing = jobStanding(state, job);
  return standing === "ended" ? "settled" : standing;
}
