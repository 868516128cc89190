import type { RollbackStepId, StageId } from "../plan/ids";
import type { Plan } from "../plan/plan";
import { saidAs } from "./consequences";
import type { Fold, FoldTable } from "./fold";
import { interrupted } from "./fold-stage";
import { withoutJobCalls } from "./job-calls-over";
import type { ReleaseState } from "./state";
import { trafficStep } from "./traffic-back";

function reverted({ state, mark }: Fold, ids: StageId[]): ReleaseState["stages"] {
  let stages = state.stages;
  for (const id of ids) {
    const own = stages[id];
    if (own === undefined) continue;
    const next = { ...own, status: "reverted" as const, ended: { ...mark, reason: null }, steps: interrupted(own) };
    stages = { ...stages, [id]: next };
  }
  return stages;
}

/** A step that is done or skipped needs nobody any more, nor does the traffic when that was the step which takes it back. */
function withoutStepCalls(plan: Plan, state: ReleaseState, step: RollbackStepId): ReleaseState {
  const isBack = trafficStep(plan)?.id === step;
  return withoutJobCalls(state, ({ purpose }) =>
    purpose.kind === "rollback_step" ? purpose.step === step : isBack && purpose.kind === "traffic",
  );
}

/** Folds of the rollback lane. */
export const rollbackFolds = {
  "rollback.started": (fold, { reason, trigger, fromShare, reverted: ids, says }) => ({
    ...fold.state,
    status: "rolling_back",
    hold: null,
    traffic: { wanted: 0, observed: null, inBand: null, takenBack: null },
    calls: {},
    stages: reverted(fold, ids),
    rollback: {
      ...fold.state.rollback,
      status: "running",
      started: { ...fold.mark, reason, trigger, fromShare, ...saidAs(says) },
    },
  }),
  "rollback.scheduled": ({ state, mark }, { at, reason }) => ({
    ...state,
    rollback: { ...state.rollback, status: "scheduled", scheduled: { ...mark, dueAt: at, reason } },
  }),
  "rollback.unscheduled": ({ state }) => ({
    ...state,
    rollback: { ...state.rollback, status: "none", scheduled: null },
  }),
  "rollback.step_done": ({ plan, state, mark }, { step, outcome, reason }) => ({
    ...(outcome === "failed" ? state : withoutStepCalls(plan, state, step)),
    rollback: { ...state.rollback, steps: { ...state.rollback.steps, [step]: { outcome, mark, reason } } },
  }),
  "rollback.completed": ({ state, mark }, { failures }) => ({
    ...state,
    status: "rolled_back",
    ended: { ...mark, reason: failures },
    rollback: { ...state.rollback, status: "done", completed: { ...mark, failures } },
  }),
  "rollback.armed": ({ state, mark }) => ({ ...state, rollback: { ...state.rollback, armed: mark } }),
  "rollback.disarmed": ({ state }) => ({ ...state, rollback: { ...state.rollback, armed: null } }),
  "rollback.drilled": ({ state, mark }, { tookMs, job }) => ({
    ...state,
    rollback: { ...state.rollback, drill: { ...mark, tookMs, ...(job === undefined ? {} : { job }) } },
  }),
} satisfies Partial<FoldTable>;
