import { type Counts, logMean } from "./limit-evidence";

/** How many times as many errors as the old version an alternative assumes (judge.md). */
const RATIOS = [2, 3, 5, 10, 20];
/** "No worse" means: this many times as bad is ruled out. */
export const RULED_OUT_RATIO = 3;

/** What the rounds so far add up to; plain numbers, so that it survives a restart as JSON. */
export type ErrorEvidence = {
  canary: Counts;
  stable: Counts;
  /** ln E for each alternative, in the order of `RATIOS`. */
  logs: number[];
  /** ln of the evidence against "three times as bad". */
  ruledOutLog: number;
  rounds: number;
};

export type VersionCounts = { canary: Counts; stable: Counts };

const NOTHING: Counts = { errors: 0, requests: 0 };
export const NO_EVIDENCE: ErrorEvidence = {
  canary: NOTHING,
  stable: NOTHING,
  logs: RATIOS.map(() => 0),
  ruledOutLog: 0,
  rounds: 0,
};

const times = (count: number, log: number) => (count === 0 ? 0 : count * log);
const plus = (a: Counts, b: Counts): Counts => ({ errors: a.errors + b.errors, requests: a.requests + b.requests });

/** One round's log likelihood ratio of "r times as bad" against "the same", given how the requests were split. */
function logShift({ canary, stable }: VersionCounts, ratio: number): number {
  const p0 = canary.requests / (canary.requests + stable.requests);
  const p = (ratio * canary.requests) / (ratio * canary.requests + stable.requests);
  return times(canary.errors, Math.log(p / p0)) + times(stable.errors, Math.log1p(-p) - Math.log1p(-p0));
}

/**
 * The evidence after one more round (judge.md, "Worse than the old version?"). A round without traffic on either side adds
 * counts but no evidence: there is nothing to compare. `phi` ≥ 1 damps errors that come in bursts.
 */
export function addRound(before: ErrorEvidence, round: VersionCounts, phi: number): ErrorEvidence {
  const compared = round.canary.requests > 0 && round.stable.requests > 0;
  const shift = (ratio: number) => (compared ? logShift(round, ratio) / phi : 0);
  return {
    canary: plus(before.canary, round.canary),
    stable: plus(before.stable, round.stable),
    logs: RATIOS.map((ratio, index) => (before.logs[index] ?? 0) + shift(ratio)),
    ruledOutLog: before.ruledOutLog - shift(RULED_OUT_RATIO),
    rounds: before.rounds + 1,
  };
}

/** ln E: the mean over the alternatives. */
export function logEvidenceWorse({ logs }: ErrorEvidence): number {
  return logMean(logs);
}

/** φ = max(1, variance ÷ mean) of errors per round; 1 for fewer than two rounds or none with an error. */
export function burstFactor(errorsPerRound: readonly number[]): number {
  const count = errorsPerRound.length;
  const mean = errorsPerRound.reduce((sum, errors) => sum + errors, 0) / count;
  if (count < 2 || mean === 0) return 1;
  const variance = errorsPerRound.reduce((sum, errors) => sum + (errors - mean) ** 2, 0) / (count - 1);
  return Math.max(1, variance / mean);
}
