import type { RunnerPorts } from "./runner-ports";

const reasons = {
  zh: (runner: string) => `执行器 ${runner} 失去联系，请核实这一步的结果`,
  en: (runner: string) => `no word from runner ${runner}: look whether it took effect`,
};

/** Leases that it took longer to read ran out while the database stood still: that is no silence of a runner's. */
const SLOW_MS = 5_000;

/** Jobs that were begun and whose runner is not heard of any more are on record as lost; what was never begun goes back. */
export async function loseSilentJobs({ runners, findRelease, submitCommand }: RunnerPorts): Promise<number> {
  let lost = 0;
  const askedAt = performance.now();
  const silent = await runners.listSilent();
  if (performance.now() - askedAt > SLOW_MS) throw new Error("The database was too slow to say who is silent.");
  for (const { runner, ...ref } of silent) {
    const found = await findRelease(ref.releaseId);
    const job = found?.state.jobs[ref.job];
    if (found !== null && job?.status === "running") {
      const answer = await submitCommand({
        releaseId: ref.releaseId,
        key: `lose:${ref.releaseId}:${ref.job}`,
        command: { type: "job.lose", job: ref.job, reason: reasons[found.plan.language](runner) },
        actor: { kind: "system", name: "engine" },
      });
      if (answer.outcome === "unavailable") continue;
      lost += 1;
    }
    await runners.letGo(ref);
  }
  return lost;
}
