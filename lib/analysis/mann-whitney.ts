import { normalUpperQuantile, normalUpperTail } from "./special-functions";

type Ranked = { rankSum: number; ties: number };

/** Sum of the ranks of `x` among both samples (ties share their mean rank), and Σ(t³ − t) over the ties. */
function rank(x: readonly number[], y: readonly number[]): Ranked {
  const all = [...x.map((value) => ({ value, own: 1 })), ...y.map((value) => ({ value, own: 0 }))];
  all.sort((a, b) => a.value - b.value);
  let rankSum = 0;
  let ties = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    let own = 0;
    while (end < all.length && all[end]?.value === all[start]?.value) {
      own += all[end]?.own ?? 0;
      end += 1;
    }
    const size = end - start;
    rankSum += (own * (start + 1 + end)) / 2;
    ties += size ** 3 - size;
    start = end;
  }
  return { rankSum, ties };
}

type Score = { difference: number; sigma: number };

function score(x: readonly number[], y: readonly number[]): Score {
  const [m, n] = [x.length, y.length];
  const { rankSum, ties } = rank(x, y);
  const all = m + n;
  const variance = ((m * n) / 12) * (all + 1 - ties / (all * (all - 1)));
  return { difference: rankSum - (m * (m + 1)) / 2 - (m * n) / 2, sigma: Math.sqrt(Math.max(0, variance)) };
}

/**
 * Two-sided p value of the Mann–Whitney U test, 0 to 1: normal approximation with tie correction and ±0.5 continuity, as SciPy's
 * `mannwhitneyu(method="asymptotic")`. 1 where all values are the same or a side is empty.
 */
export function mannWhitneyP(x: readonly number[], y: readonly number[]): number {
  const { difference, sigma } = score(x, y);
  if (x.length === 0 || y.length === 0 || sigma === 0) return 1;
  return Math.min(1, 2 * normalUpperTail((Math.abs(difference) - 0.5) / sigma));
}

/** Hodges–Lehmann: the median of all differences x − y, in the unit of the samples. Neither side may be empty. */
export function hodgesLehmann(x: readonly number[], y: readonly number[]): number {
  const differences = x.flatMap((a) => y.map((b) => a - b)).sort((a, b) => a - b);
  const middle = differences.length / 2;
  const low = differences[Math.ceil(middle) - 1] ?? 0;
  const high = differences[Math.floor(middle)] ?? low;
  return (low + high) / 2;
}

/** The shift at which the corrected score falls to `z`: the root that R's `wilcox.test` looks for, by bisection. */
function shiftAt(x: readonly number[], y: readonly number[], z: number): number {
  let low = Math.min(...x) - Math.max(...y);
  let high = Math.max(...x) - Math.min(...y);
  const above = (shift: number) => {
    const moved = x.map((value) => value - shift);
    const { difference, sigma } = score(moved, y);
    return difference - Math.sign(difference) * 0.5 > z * sigma;
  };
  if (!above(low)) return low;
  if (above(high)) return high;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (above(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Confidence interval of the shift x − y at `confidence` (0.5 to 1), by inverting the test as R's `wilcox.test` does. */
export function shiftInterval(
  x: readonly number[],
  y: readonly number[],
  confidence: number,
): { low: number; high: number } {
  const z = normalUpperQuantile((1 - confidence) / 2);
  return { low: shiftAt(x, y, z), high: shiftAt(x, y, -z) };
}
