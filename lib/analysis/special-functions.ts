const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const;

/** ln Γ(x) for x > 0: Stirling's series from 20 on, Lanczos (g = 7, n = 9) below; relative error under 1e-13. */
function logGamma(x: number): number {
  if (x >= 20) {
    const inverse = 1 / (x * x);
    const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x;
    return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
  }
  const y = x - 1;
  const t = y + 7.5;
  const sum = LANCZOS.reduce((total, coefficient, index) => total + coefficient / (y + index + 1), 0.9999999999998099);
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

function logBinomialMass(k: number, n: number, p: number): number {
  const ways = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return ways + k * Math.log(p) + (n - k) * Math.log1p(-p);
}

/** P(X ≤ k) for X ~ Bin(n, p), 0 < p < 1, summed outwards from k: for the lower tail (k below the mean). */
export function binomialLowerTail(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  let term = Math.exp(logBinomialMass(k, n, p));
  let sum = term;
  for (let i = k; i > 0 && term > sum * 1e-17; i -= 1) {
    term *= (i * (1 - p)) / ((n - i + 1) * p);
    sum += term;
  }
  return Math.min(1, sum);
}

/** erfc by its Taylor series of erf; for 0 ≤ x < 2.5. */
function smallErfc(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; n < 200 && Math.abs(term) > 1e-18 * Math.abs(sum); n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** erfc by its continued fraction, evaluated from behind; for x ≥ 2.5. */
function largeErfc(x: number): number {
  let fraction = 0;
  for (let n = 100; n > 0; n -= 1) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

/** P(Z > z) of the standard normal distribution; absolute error under 1e-14. */
export function normalUpperTail(z: number): number {
  if (z < 0) return 1 - normalUpperTail(-z);
  const x = z / Math.SQRT2;
  return 0.5 * (x < 2.5 ? smallErfc(x) : largeErfc(x));
}

/** The z with P(Z > z) = tail, for 0 < tail < 0.5, by bisection. */
export function normalUpperQuantile(tail: number): number {
  let low = 0;
  let high = 40;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (normalUpperTail(middle) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
