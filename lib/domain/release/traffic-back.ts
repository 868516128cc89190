import type { Plan, RollbackStep } from "../plan/plan";
import { jobsOf } from "./job";
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

/** The driver of the traffic has said that it is back. */
function isBackByDriver(state: ReleaseState): boolean {
  return jobsOf(state).some(
    ({ job: { purpose, lane, ended } }) =>
      purpose.kind === "traffic" &&
      lane === "rollback" &&
      ended?.outcome === "succeeded" &&
      ended.counted &&
      ended.byHand !== true,
  );
}

function isTakenBack(plan: Plan, state: ReleaseState): boolean {
  const { rollback, traffic } = state;
  if (traffic.inBand === true || isBackByDriver(state)) return true;
  const step = trafficStep(plan);
  if (step !== null) return rollback.steps[step.id]?.outcome === "done";
  return rollback.completed !== null && rollback.completed.failures === null;
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
