import type { WorkUnderWay } from "@/lib/contracts/runners";
import { nameOf } from "@/lib/domain/release/describe";
import { jobsOf } from "@/lib/domain/release/job";
import { TERMINAL_RELEASE } from "@/lib/domain/release/transitions";
import type { RunnerPorts } from "./runner-ports";

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
