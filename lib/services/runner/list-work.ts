import { nameOf } from "@/lib/domain/release/describe";
import { type JobId, type JobPurpose, jobsOf } from "@/lib/domain/release/job";
import type { ReleaseMode } from "@/lib/domain/release/state";
import { TERMINAL_RELEASE } from "@/lib/domain/release/transitions";
import type { RunnerPorts } from "./runner-ports";

/** A job that runs now; `subject` is the step's name in the plan, null for the traffic and the drill. */
export type WorkUnderWay = {
  runner: string;
  mode: ReleaseMode;
  releaseId: string;
  version: string;
  job: JobId;
  purpose: JobPurpose["kind"];
  subject: string | null;
};

/** What the runners are at, in every release that is not over. */
export async function listWork({ releases, findRelease }: RunnerPorts): Promise<WorkUnderWay[]> {
  const heads = (await releases.listHeads()).filter(({ status }) => !TERMINAL_RELEASE.has(status));
  const found = await Promise.all(heads.map(({ releaseId }) => findRelease(releaseId)));
  return found
    .filter((one) => one !== null)
    .flatMap(({ releaseId, plan, state }) =>
      jobsOf(state).flatMap(({ id, job: { purpose, status, taken } }) =>
        status !== "running" || taken === null
          ? []
          : {
              runner: taken.runner,
              mode: state.clock.mode,
              releaseId,
              version: plan.info.version,
              job: id,
              purpose: purpose.kind,
              subject: "step" in purpose ? nameOf(plan, purpose.step) : null,
            },
      ),
    );
}
