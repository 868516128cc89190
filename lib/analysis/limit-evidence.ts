/** How many of how many; both at least 0, errors at most requests. */
export type Counts = { errors: number; requests: number };

/** Evidence from which on a limit on a rate is taken as kept or broken (judge.md: 1 / 0.05). */
export const EVIDENCE_WANTED = 20;

const BELOW = [1.5, 2, 4, 10, Number.POSITIVE_INFINITY];
const ABOVE = [1.5, 2, 5, 10, 20];

/** ln of the mean of e^x over the given logs; −∞ of none. */
export function logMean(logs: readonly number[]): number {
  const top = Math.max(...logs);
  if (!Number.isFinite(top)) return top;
  return top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0) / logs.length);
}

/** e · ln(p/limit) + (n − e) · ln((1−p)/(1−limit)), where nothing times −∞ is nothing. */
function logRatio({ errors, requests }: Counts, p: number, limit: number): number {
  const hits = errors === 0 ? 0 : errors * Math.log(p / limit);
  return hits + (requests - errors) * (Math.log1p(-p) - Math.log1p(-limit));
}

/** ln of the evidence that a rate is below `limit` (0 to 1): valid however often one looks; bursts divide it by `phi` ≥ 1. */
export function logEvidenceBelow(counts: Counts, limit: number, phi = 1): number {
  return logMean(BELOW.map((ratio) => logRatio(counts, limit / ratio, limit) / phi));
}

/** ln of the evidence that a rate is above `limit`. Where 1.5 × limit is no rate any more, the middle to 1 stands for it. */
export function logEvidenceAbove(counts: Counts, limit: number, phi = 1): number {
  const rates = ABOVE.map((ratio) => ratio * limit).filter((p) => p < 1);
  const alternatives = rates.length === 0 ? [(1 + limit) / 2] : rates;
  return logMean(alternatives.map((p) => logRatio(counts, p, limit) / phi));
}

/** Further requests that must stay without an error until the rate is shown to be below `limit`; 0 when it is already. */
export function requestsStillNeeded({ errors, requests }: Counts, limit: number, phi = 1): number {
  const wanted = Math.log(EVIDENCE_WANTED);
  const enough = (more: number) => logEvidenceBelow({ errors, requests: requests + more }, limit, phi) >= wanted;
  if (enough(0)) return 0;
  let high = 1;
  while (!enough(high) && high < 1e12) high *= 2;
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
