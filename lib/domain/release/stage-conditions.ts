import type { Gate, Plan, Stage } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import type { Condition } from "./condition";
import { completeConditions } from "./end-conditions";
import { type ConditionContext, gateConditions } from "./gate-conditions";
import { gateStanding } from "./gate-standing";
import { condition } from "./make-condition";
import { soakRemainingMs } from "./soak";
import type { ReleaseState } from "./state";
import { releaseTime } from "./time";
import { TERMINAL_STAGE, TERMINAL_STEP } from "./transitions";

/** Stages that must be over before this one: all before it, but those that it runs beside. */
function stagesInFront(plan: Plan, stage: Stage): Stage[] {
  const before = indexOf(plan).inOrder.filter((one) => one.order < stage.order);
  let beside = stage;
  while (beside.parallel && before.length > 0) beside = before.pop() ?? beside;
  return before;
}

function orderCondition(plan: Plan, state: ReleaseState, stage: Stage): Condition {
  const before = stagesInFront(plan, stage);
  const open = before.filter((one) => !TERMINAL_STAGE.has(state.stages[one.id]?.status ?? "pending"));
  return condition("stages", open.length === 0, {
    subject: open[0]?.id ?? "",
    owners: open[0]?.owners ?? [],
    facts: { open: open.length, total: before.length },
  });
}

function goCondition(context: ConditionContext, gate: Gate): Condition {
  const { plan, state, now } = context;
  const standing = gateStanding(state, gate, releaseTime(state.clock, now));
  return condition("gate", standing === "go", {
    key: `gate:${gate.id}`,
    subject: gate.id,
    owners: [plan.manager],
    facts: { standing },
    by: state.gates[gate.id]?.decision?.by ?? null,
  });
}

/** Votes were counted when the gate was decided; an override answers for what it lists. */
function facts(context: ConditionContext, gate: Gate): Condition[] {
  const overridden = context.state.gates[gate.id]?.decision?.unmet ?? [];
  return gateConditions(context, gate.id).filter(
    ({ kind, key }) => kind !== "votes" && kind !== "no_go" && kind !== "stages" && !overridden.includes(key),
  );
}

/** Everything that completion needs at the real instant `now`: stages over, the gate's go, and the facts that it stood on. */
export function releaseCompleteConditions(context: ConditionContext): Condition[] {
  const { plan, state, now } = context;
  const gate = indexOf(plan).completionGate;
  const own = completeConditions(plan, state, releaseTime(state.clock, now));
  return gate === null ? own : [...own, ...facts(context, gate)];
}

/** Everything that a start or retry of this stage needs at the real instant `now`: its turn, and for a shift its gate's go. */
export function stageStartConditions(context: ConditionContext, stage: Stage): Condition[] {
  const { plan, state } = context;
  const order = orderCondition(plan, state, stage);
  const gate = indexOf(plan).gateBefore.get(stage.id);
  return gate === undefined ? [order] : [order, goCondition(context, gate), ...facts(context, gate)];
}

/** Everything that completing this stage needs at the real instant `now`: its steps, and its soak where it has one. */
export function stageCompleteConditions({ plan, state, now }: ConditionContext, stage: Stage): Condition[] {
  const own = state.stages[stage.id];
  const rows = [...(indexOf(plan).steps.get(stage.id)?.keys() ?? [])];
  const open = rows.filter((step) => !TERMINAL_STEP.has(own?.steps[step]?.status ?? "pending"));
  const steps = condition("steps", open.length === 0, {
    subject: open[0] ?? "",
    owners: stage.owners,
    facts: { open: open.length, total: rows.length },
  });
  const left = soakRemainingMs(plan, state, stage.id, releaseTime(state.clock, now));
  if (left === null) return [steps];
  const soak = condition("soak", left === 0, { key: `soak:${stage.id}`, subject: stage.id, remainingMs: left });
  return [steps, soak];
}
