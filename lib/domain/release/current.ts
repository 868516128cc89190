import type { Gate, Plan, Stage } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import { isMoot } from "./gate-standing";
import type { ReleaseState, StageStatus } from "./state";
import { TERMINAL_STAGE } from "./transitions";

function firstIn(plan: Plan, state: ReleaseState, statuses: readonly StageStatus[]): Stage | null {
  return (
    indexOf(plan).inOrder.find((stage) => {
      const own = state.stages[stage.id];
      return own !== undefined && statuses.includes(own.status);
    }) ?? null
  );
}

/** The stage that runs, else the one that was interrupted; null between stages. */
export function currentStage(plan: Plan, state: ReleaseState): Stage | null {
  return firstIn(plan, state, ["running"]) ?? firstIn(plan, state, ["stopped", "failed"]);
}

/** The first stage that has not been started. */
export function nextStage(plan: Plan, state: ReleaseState): Stage | null {
  return firstIn(plan, state, ["pending"]);
}

/** The first gate whose votes count now. */
export function openGate(plan: Plan, state: ReleaseState): Gate | null {
  const open = plan.gates.filter((gate) => state.gates[gate.id]?.status === "voting" && !isMoot(state, gate));
  return open.toSorted((a, b) => a.order - b.order)[0] ?? null;
}

/** Whether every stage is over but the one that begins with completion. */
export function timedStagesOver(plan: Plan, state: ReleaseState): boolean {
  return openTimedStages(plan, state).length === 0;
}

/** Stages that must still end before completion, in order. */
export function openTimedStages(plan: Plan, state: ReleaseState): Stage[] {
  const { inOrder, observingStage } = indexOf(plan);
  return inOrder.filter((stage) => {
    const own = state.stages[stage.id];
    return stage !== observingStage && own !== undefined && !TERMINAL_STAGE.has(own.status);
  });
}
