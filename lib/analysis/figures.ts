/** A count as both languages write it: 22,400. */
export function countText(count: number): string {
  return Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/gu, ",");
}

/** A fraction as percent with up to three significant digits: 0.00932 → 0.932 %. */
export function percentText(fraction: number): string {
  return `${Number((100 * fraction).toPrecision(3))} %`;
}

/** A measured value with its unit, to four significant digits. */
export function valueText(value: number, unit: string): string {
  return unit === "" ? `${Number(value.toPrecision(4))}` : `${Number(value.toPrecision(4))} ${unit}`;
}

/** ln of evidence as odds to one: 340, 4.2, "over a million". */
export function oddsText(log: number): string {
  const odds = Math.exp(Math.min(log, 14));
  if (odds >= 1e6) return "> 1,000,000";
  return odds >= 10 ? countText(odds) : odds.toFixed(1);
}

/** Whole minutes, at least 1. */
export function minutesIn(ms: number): number {
  return Math.max(1, Math.ceil(ms / 60_000));
}
