import type { Measure } from "../domain/plan/measure";
import type { CheckVerdict } from "../domain/release/state";

/** Milliseconds to the next question after an error (judge.md). */
const RETRY_MS = 10_000;

export type RunLimits = Pick<
  Measure,
  "intervalS" | "initialDelayS" | "failureLimit" | "inconclusiveLimit" | "consecutiveErrorLimit"
>;

/** Where the run of one check stands: plain numbers and words, so that it can be kept and restored. Times in milliseconds. */
export type CheckRun = {
  /** 1 for the first; sight regained begins another. */
  number: number;
  phase: "waiting" | "measuring" | "failed" | "undecided" | "blind" | "stopped";
  /** What counts for gates and screens. */
  verdict: CheckVerdict;
  /** What the last round alone said. */
  last: CheckVerdict | null;
  nextAt: number;
  lastGoodAt: number | null;
  measurements: number;
  failures: number;
  inconclusives: number;
  errorsRunning: number;
};

/** A run at the start of the watch; nothing is asked before the initial delay is over. */
export function beginRun({ initialDelayS }: RunLimits, at: number, number = 1): CheckRun {
  return {
    number,
    phase: "waiting",
    verdict: "inconclusive",
    last: null,
    nextAt: at + initialDelayS * 1000,
    lastGoodAt: null,
    measurements: 0,
    failures: 0,
    inconclusives: 0,
    errorsRunning: 0,
  };
}

type Round = { verdict: CheckVerdict; finishedAt: number };

function erred(run: CheckRun, limits: RunLimits, finishedAt: number): CheckRun {
  const errorsRunning = run.errorsRunning + 1;
  const blind = run.phase === "blind" || errorsRunning > limits.consecutiveErrorLimit;
  const failed = run.phase === "failed";
  return {
    ...run,
    last: "errored",
    errorsRunning,
    phase: blind ? "blind" : run.phase === "waiting" ? "measuring" : run.phase,
    verdict: failed && !blind ? "failed" : "errored",
    nextAt: finishedAt + RETRY_MS,
  };
}

/** A failure that the limit still bears is not "passed" either. */
function standing(run: CheckRun, { failureLimit, inconclusiveLimit }: RunLimits): Pick<CheckRun, "phase" | "verdict"> {
  if (run.failures > failureLimit) return { phase: "failed", verdict: "failed" };
  const verdict = run.last === null || run.last === "failed" ? "inconclusive" : run.last;
  const undecided = verdict === "inconclusive" && run.inconclusives > inconclusiveLimit;
  return { phase: undecided ? "undecided" : "measuring", verdict };
}

/**
 * The run after one more round (Argo Rollouts' analysis, corrected): a broken limit stays broken for the rest of the run, errors in a
 * row end in blindness, and the first answer after blindness begins a fresh run.
 */
export function measured(before: CheckRun, limits: RunLimits, { verdict, finishedAt }: Round): CheckRun {
  if (before.phase === "stopped") return before;
  if (verdict === "errored") return erred(before, limits, finishedAt);
  const run = before.phase === "blind" ? beginRun(limits, finishedAt, before.number + 1) : before;
  const next: CheckRun = {
    ...run,
    last: verdict,
    measurements: run.measurements + 1,
    failures: run.failures + (verdict === "failed" ? 1 : 0),
    inconclusives: verdict === "inconclusive" ? run.inconclusives + 1 : 0,
    errorsRunning: 0,
    lastGoodAt: verdict === "no_data" ? before.lastGoodAt : finishedAt,
    nextAt: finishedAt + limits.intervalS * 1000,
  };
  return { ...next, ...standing(next, limits) };
}

/** The run when nobody asks any more: what it had said stays; before any measurement that is "inconclusive", never "passed". */
export function stopRun(run: CheckRun): CheckRun {
  return { ...run, phase: "stopped", verdict: run.measurements === 0 ? "inconclusive" : run.verdict };
}
