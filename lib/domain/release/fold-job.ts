import type { Fold, FoldTable } from "./fold";
import { type JobId, type JobState, samePurpose } from "./job";
import { withoutJobCalls } from "./job-calls-over";
import type { Mark, ReleaseState } from "./state";

function withJob(state: ReleaseState, id: JobId, change: (job: JobState) => JobState): ReleaseState {
  const own = state.jobs[id];
  return own === undefined ? state : { ...state, jobs: { ...state.jobs, [id]: change(own) } };
}

const NOTHING_KNOWN = { exitCode: null, signal: null, bytes: 0, capped: false };

/** What the runner's host says later of a loss does not make it younger. */
function lost(job: JobState, mark: Mark, reason: string): JobState {
  const { at, releaseAt } = job.ended ?? mark;
  const ended = { by: mark.by, at, releaseAt, ...NOTHING_KNOWN, outcome: "lost" as const, says: reason, counted: true };
  return { ...job, status: "ended", ended };
}

/** Nobody knows how a step ended whose job was lost: a person looks, and says. */
function stepUnknown(state: ReleaseState, { purpose }: JobState): ReleaseState {
  if (purpose.kind !== "step") return state;
  const stage = state.stages[purpose.stage];
  const step = stage?.steps[purpose.step];
  if (stage === undefined || step?.status !== "running") return state;
  const steps = { ...stage.steps, [purpose.step]: { ...step, status: "unknown" as const } };
  return { ...state, stages: { ...state.stages, [purpose.stage]: { ...stage, steps } } };
}

function loseJob({ state, mark }: Fold, id: JobId, reason: string): ReleaseState {
  const own = state.jobs[id];
  if (own === undefined) return state;
  return stepUnknown(
    withJob(state, id, (job) => lost(job, mark, reason)),
    own,
  );
}

/** Folds of what runners were asked for and did. */
export const jobFolds = {
  "job.requested": ({ state, mark }, { job, purpose, lane }) => ({
    // What failed before is tried anew: when that fails, it is called for anew.
    ...withoutJobCalls(state, (about) => samePurpose(about.purpose, purpose)),
    jobs: {
      ...state.jobs,
      [job]: {
        purpose,
        lane,
        epoch: state.epoch,
        status: "requested",
        requested: mark,
        taken: null,
        cancel: null,
        ended: null,
      },
    },
  }),
  "job.taken": ({ state, mark }, { job, runner, instance }) =>
    withJob(
      withoutJobCalls(state, (about) => about.job === job),
      job,
      (own) => ({ ...own, status: "running", taken: { ...mark, runner, instance } }),
    ),
  "job.cancelled": ({ state, mark }, { job }) =>
    withJob(
      withoutJobCalls(state, (about) => about.job === job),
      job,
      (own) => ({ ...own, cancel: mark }),
    ),
  "job.ended": ({ state, mark }, { job, purpose: _known, ...end }) =>
    withJob(state, job, (own) => ({ ...own, status: "ended", ended: { ...mark, ...end } })),
  "job.lost": (fold, { job, reason }) => loseJob(fold, job, reason),
  "step.output": ({ state }) => state,
} satisfies Partial<FoldTable>;
