import { indexOf } from "@/lib/domain/plan/plan-index";
import { bindingFor, type JobPurpose } from "@/lib/domain/release/job";
import type { JobRef, RunnerRecord } from "@/lib/ports/runner-store";
import { LEASE_MS } from "./lease";
import type { FoundRelease, RunnerPorts } from "./runner-ports";

/** Whether a runner's token reaches this work: its kind of release, and every label that the plan's binding asks for. */
export function reaches({ mode, labels }: RunnerRecord, { plan, state }: FoundRelease, purpose: JobPurpose): boolean {
  const binding = bindingFor(indexOf(plan), purpose);
  return binding !== null && state.clock.mode === mode && binding.labels.every((label) => labels.includes(label));
}

type Claim = { runner: RunnerRecord; ref: JobRef; found: FoundRelease; instance: string };

/**
 * Whether a job that nobody has begun is this runner's to begin or to refuse: within its token's reach, and held by nobody else. What went
 * back to the queue meanwhile, and waits there, it may hold again.
 */
export async function claimJob({ runners }: Pick<RunnerPorts, "runners">, claim: Claim): Promise<boolean> {
  const { runner, ref, found, instance } = claim;
  const job = found.state.jobs[ref.job];
  if (job === undefined || !reaches(runner, found, job.purpose)) return false;
  return runners.claim({ ...ref, runnerId: runner.id, instance, leaseMs: LEASE_MS });
}
