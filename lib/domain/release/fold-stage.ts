import type { StageId, StepId } from "../plan/ids";
import type { Fold, FoldTable } from "./fold";
import type { Evidence, ReleaseState, StageState, StepState } from "./state";

function withStage(state: ReleaseState, id: StageId, change: (stage: StageState) => StageState): ReleaseState {
  const stage = state.stages[id];
  return stage === undefined ? state : { ...state, stages: { ...state.stages, [id]: change(stage) } };
}

type StepChange = { stage: StageId; step: StepId; change: (step: StepState) => StepState };

function withStep(state: ReleaseState, { stage, step, change }: StepChange): ReleaseState {
  return withStage(state, stage, (own) => {
    const found = own.steps[step];
    return found === undefined ? own : { ...own, steps: { ...own.steps, [step]: change(found) } };
  });
}

/** What ran when its stage was interrupted is unknown until a person says how it ended. */
export function interrupted(stage: StageState): StageState["steps"] {
  let steps = stage.steps;
  for (const [id, step] of Object.entries(stage.steps)) {
    if (step.status === "running") steps = { ...steps, [id]: { ...step, status: "unknown" } };
  }
  return steps;
}

type StepEnd = { stage: StageId; step: StepId; evidence?: Evidence | null; reason?: string | null };

function endStep({ state, mark }: Fold, status: StepState["status"], end: StepEnd): ReleaseState {
  const { stage, step, evidence = null, reason = null } = end;
  return withStep(state, { stage, step, change: (own) => ({ ...own, status, ended: { ...mark, evidence, reason } }) });
}

/** Folds of stages and their steps. */
export const stageFolds = {
  "stage.started": ({ state, mark }, { stage, run }) => {
    const next = withStage(state, stage, (own) => ({
      ...own,
      status: "running",
      runs: run,
      started: mark,
      ended: null,
    }));
    return next.traffic.takenBack === null ? next : { ...next, traffic: { ...next.traffic, takenBack: null } };
  },
  "stage.stopped": ({ state, mark }, { stage, reason }) =>
    withStage(state, stage, (own) => ({
      ...own,
      status: "stopped",
      ended: { ...mark, reason },
      steps: interrupted(own),
    })),
  "stage.failed": ({ state, mark }, { stage, reason }) =>
    withStage(state, stage, (own) => ({
      ...own,
      status: "failed",
      ended: { ...mark, reason },
      steps: interrupted(own),
    })),
  "stage.completed": ({ state, mark }, { stage }) =>
    withStage(state, stage, (own) => ({ ...own, status: "completed", ended: { ...mark, reason: null } })),
  "stage.skipped": ({ state, mark }, { stage, reason }) =>
    withStage(state, stage, (own) => ({ ...own, status: "skipped", ended: { ...mark, reason } })),
  "step.started": ({ state, mark }, { stage, step }) =>
    withStep(state, { stage, step, change: () => ({ status: "running", started: mark, ended: null }) }),
  "step.completed": (fold, payload) => endStep(fold, "done", payload),
  "step.failed": (fold, payload) => endStep(fold, "failed", payload),
  "step.skipped": (fold, payload) => endStep(fold, "skipped", payload),
  "step.resolved": (fold, payload) => endStep(fold, payload.outcome, payload),
} satisfies Partial<FoldTable>;
