import type { JobRenew, JobRenewed, JobStanding } from "@/lib/contracts/runner";
import type { RunnerRecord } from "@/lib/ports/runner-store";
import { readWireJob, wireJob } from "./job-ref";
import { LEASE_MS } from "./lease";
import type { RunnerPorts } from "./runner-ports";
import { standingOf } from "./standing-of";

type Asking = { runner: RunnerRecord; name: string; ask: JobRenew };

/** That the job has begun goes into the log before it does: whoever is refused begins nothing. */
async function begin(ports: RunnerPorts, { runner, name, ask }: Asking): Promise<void> {
  const ref = readWireJob(name);
  if (ref === null) return;
  const { releaseId, job } = ref;
  const answer = await ports.submitCommand({
    releaseId,
    key: `${wireJob(ref)}:take:${runner.id}:${ask.instance}`,
    command: { type: "job.take", job, runner: runner.name, instance: ask.instance },
    actor: { kind: "system", name: runner.name },
  });
  if (answer.outcome === "unavailable") throw new Error(`The start of ${name} could not be recorded (${answer.id}).`);
}

/** The lease and the fence in one: whether the job may go on, and under which epoch its release is. */
export async function renewJob(ports: RunnerPorts, asking: Asking): Promise<JobRenewed> {
  const { runner, name, ask } = asking;
  const ref = readWireJob(name);
  if (ref === null) return { standing: "fenced", epoch: 0, leaseMs: LEASE_MS };
  if (ask.before === "start") await begin(ports, asking);
  const found = await ports.findRelease(ref.releaseId);
  const state = found?.state ?? null;
  const job = state?.jobs[ref.job];
  const epoch = state?.epoch ?? 0;
  let standing: JobStanding = standingOf(state, ref.job, runner);
  const isBegun = job?.taken?.instance === ask.instance;
  if (ask.before === "start" && standing === "go_on" && !isBegun) standing = "fenced";
  // What runs may run out under a hold; nothing further begins under an old epoch.
  if (ask.before === "effect" && standing === "go_on" && ask.epoch !== epoch) standing = "fenced";
  if (standing !== "settled") await ports.runners.renew({ ...ref, runnerId: runner.id, leaseMs: LEASE_MS });
  return { standing, epoch, leaseMs: LEASE_MS };
}
