import type { JobRenew, JobRenewed, JobStanding } from "@/lib/contracts/runner";
import type { JobRef, RunnerRecord } from "@/lib/ports/runner-store";
import { readWireJob, wireJob } from "./job-ref";
import { LEASE_MS } from "./lease";
import { claimJob } from "./own-job";
import type { RunnerPorts } from "./runner-ports";
import { standingOf } from "./standing-of";

type Asking = { runner: RunnerRecord; name: string; ask: JobRenew };

/** That the job has begun goes into the log before it does: whoever is refused, or has no right to it, begins nothing. */
async function begin(ports: RunnerPorts, { runner, name, ask }: Asking, ref: JobRef): Promise<void> {
  const { releaseId, job } = ref;
  const found = await ports.findRelease(releaseId);
  if (found === null || found.state.jobs[job]?.status !== "requested") return;
  if (!(await claimJob(ports, { runner, ref, found, instance: ask.instance }))) return;
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
  if (ask.before === "start") await begin(ports, asking, ref);
  const found = await ports.findRelease(ref.releaseId);
  const state = found?.state ?? null;
  const job = state?.jobs[ref.job];
  const epoch = state?.epoch ?? 0;
  let standing: JobStanding = standingOf(state, ref.job, runner);
  const isTaken = job !== undefined && job.taken !== null;
  const isBegun = job?.taken?.instance === ask.instance;
  if (ask.before === "start" && standing === "go_on" && !isBegun) standing = "fenced";
  // What runs may run out under a hold; nothing further begins under an old epoch.
  if (ask.before === "effect" && standing === "go_on" && (ask.epoch !== epoch || !isTaken)) standing = "fenced";
  if (standing !== "settled") await ports.runners.renew({ ...ref, runnerId: runner.id, leaseMs: LEASE_MS });
  return { standing, epoch, leaseMs: LEASE_MS };
}
