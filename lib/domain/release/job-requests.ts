import type { RollbackStep } from "../plan/plan";
import type { EventDraft } from "./events";
import { bindingFor, type JobLane, type JobPurpose, nextJob, standingJob } from "./job";
import { consequence, type Situation } from "./rule";
import { trafficStep } from "./traffic-back";

/** The request for a job, where the plan binds something to its purpose; nothing where people do it. */
export function requestJob(situation: Situation, purpose: JobPurpose, lane: JobLane = "ordinary"): EventDraft[] {
  const binding = bindingFor(situation.index, purpose);
  if (binding === null) return [];
  const work = binding.work.kind === "action" ? binding.work.name : binding.work.kind;
  const job = nextJob(situation.state);
  return [consequence({ type: "job.requested", payload: { job, purpose, work, lane } })];
}

/** Takes the traffic back by the driver, where the plan binds one: asked for with the rollback itself, on its own lane. */
export function requestTrafficBack(situation: Situation): EventDraft[] {
  return requestJob(situation, { kind: "traffic", share: 0 }, "rollback");
}

function isSettled({ state }: Situation, { id }: RollbackStep): boolean {
  const outcome = state.rollback.steps[id]?.outcome;
  return outcome === "done" || outcome === "skipped";
}

/**
 * The next step of the procedure, when a runner can do it: steps go in the plan's order, and where a person has one to do, what comes after
 * waits for him. `settled` counts as done.
 */
export function requestNextRollbackStep(situation: Situation, settled: string | null): EventDraft[] {
  const steps = situation.plan.rollback?.steps ?? [];
  const next = steps.find((step) => step.id !== settled && !isSettled(situation, step));
  if (next === undefined || situation.state.rollback.steps[next.id] !== undefined) return [];
  const purpose: JobPurpose = { kind: "rollback_step", step: next.id };
  return standingJob(situation.state, purpose) === null ? requestJob(situation, purpose, "rollback") : [];
}

/** The traffic is back by the driver's word: the step of the procedure that says so is done, where no job of its own does it. */
export function trafficStepDone(situation: Situation): RollbackStep | null {
  const step = trafficStep(situation.plan);
  if (step === null || isSettled(situation, step)) return null;
  return bindingFor(situation.index, { kind: "rollback_step", step: step.id }) === null ? step : null;
}
