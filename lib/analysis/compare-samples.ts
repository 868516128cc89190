import type { Direction } from "../domain/plan/measure";
import { hodgesLehmann, mannWhitneyP, shiftInterval } from "./mann-whitney";

const CONFIDENCE = 0.98;
const TOLERANCE = 0.25;
/** Fewer points a side say nothing (power for +30 %: 18 % at 6). */
export const POINTS_NEEDED = 12;

export type SampleComparison = {
  /** Where the new version's values lie, beyond chance. */
  moved: "high" | "low" | "no";
  pValue: number;
  canaryMean: number;
  baselineMean: number;
  /** Mean ÷ mean; ∞ over a mean of nothing, 1 when both are nothing. */
  ratio: number;
};

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function ratioOf(canary: number, baseline: number): number {
  if (canary === baseline) return 1;
  return baseline === 0 ? Number.POSITIVE_INFINITY * Math.sign(canary) : canary / baseline;
}

/**
 * Kayenta's classifier: does the 98 % interval of the shift clear a quarter of the estimated shift? Values that are not finite
 * numbers are left out; single-valued or identical sides have not moved.
 */
export function compareSamples(canary: readonly number[], baseline: readonly number[]): SampleComparison {
  const x = canary.filter(Number.isFinite);
  const y = baseline.filter(Number.isFinite);
  const [canaryMean, baselineMean] = [mean(x), mean(y)];
  const ratio = ratioOf(canaryMean, baselineMean);
  const rest = { pValue: mannWhitneyP(x, y), canaryMean, baselineMean, ratio };
  const alone = x.length === 0 || y.length === 0;
  if (alone || new Set([...x, ...y]).size === 1) return { moved: "no", ...rest };
  const tolerated = TOLERANCE * Math.abs(hodgesLehmann(x, y));
  const { low, high } = shiftInterval(x, y, CONFIDENCE);
  return { moved: low > tolerated ? "high" : high < -tolerated ? "low" : "no", ...rest };
}

/** The effect-size gate: has it moved in the bad direction, and by at least the allowed ratio (> 1) of the means? */
export function isWorse({ moved, ratio }: SampleComparison, direction: Direction, allowedRatio: number): boolean {
  const up = direction !== "decrease" && moved === "high" && ratio >= allowedRatio;
  const down = direction !== "increase" && moved === "low" && ratio <= 1 / allowedRatio;
  return up || down;
}

/** Points a side → chance in percent that a rise of 30 % is seen (judge.md). */
const POWER = [
  { points: 12, percent: 74 },
  { points: 30, percent: 99.9 },
] as const;

/** Percent of cases in which a rise of 30 % is missed at that many points a side; null from 30 points on. */
export function missedPercent(points: number): number | null {
  const [few, enough] = POWER;
  if (points >= enough.points) return null;
  const way = Math.max(0, points - few.points) / (enough.points - few.points);
  return 100 - (few.percent + way * (enough.percent - few.percent));
}
