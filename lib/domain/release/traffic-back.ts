import type { Plan, RollbackStep } from "../plan/plan";
import { type JobState, newestJob } from "./job";
import type { ReleaseState } from "./state";

/** What a step says that moves traffic, in its name or in its commands. */
const TRAFFIC_WORDS =
  /流量|切换|切回|分流|权重|traffic|\brout(?:e|es|ing)\b|\bswitch|\bweight|\bupstream\b|\bingress\b/i;

/** The step of the procedure that takes the traffic back; null where none says so. */
export function trafficStep(plan: Plan): RollbackStep | null {
  const steps = plan.rollback?.steps ?? [];
  const speaks = (text: string) => TRAFFIC_WORDS.test(text);
  return steps.find(({ name }) => speaks(name)) ?? steps.find(({ commands }) => speaks(commands)) ?? null;
}

/** The newest move of the traffic back by its driver; null where none was asked for. */
export function trafficBackJob(state: ReleaseState): JobState | null {
  const job = newestJob(state, { kind: "traffic", share: 0 })?.job;
  return job?.lane === "rollback" ? job : null;
}

/** The driver's own word: what came too late, or has yet to be done by hand, says nothing of the traffic. */
export function isBackByDriver({ ended }: JobState): boolean {
  return ended?.outcome === "succeeded" && ended.counted && ended.byHand !== true;
}

/** Somebody has said, or it was measured, that the traffic is back, whatever the driver says. */
export function isSeenBack(plan: Plan, { rollback, traffic }: ReleaseState): boolean {
  const step = trafficStep(plan);
  return traffic.inBand === true || (step !== null && rollback.steps[step.id]?.outcome === "done");
}

/** Who completes a rollback says that its traffic is back only where neither a step nor a driver could say so. */
function isTakenBack(plan: Plan, state: ReleaseState): boolean {
  if (isSeenBack(plan, state)) return true;
  const job = trafficBackJob(state);
  if (job !== null) return isBackByDriver(job);
  return trafficStep(plan) === null && state.rollback.completed?.failures === null;
}

/**
 * The share that a rollback found, as long as nobody has confirmed that the traffic is back: what is wanted is not yet what is. Null
 * where there is nothing to confirm.
 */
export function unconfirmedShare(plan: Plan, state: ReleaseState): number | null {
  const { started } = state.rollback;
  if (started === null || started.fromShare === 0 || isTakenBack(plan, state)) return null;
  return started.fromShare;
}
