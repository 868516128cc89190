/** One point of a line; null where there was nothing to measure. */
export type SparkPoint = { at: number; value: number | null };
export type SparkBox = { width: number; height: number };

/** What one drawing spans, so that its lines and its threshold share one scale. */
export type SparkScale = { from: number; to: number; low: number; high: number };

/** Above and below the lines, as a part of what they span. */
const MARGIN = 0.08;
/** A threshold further off than this many times the largest value would press the lines into one. */
const FARTHEST = 20;

/** The scale of all lines together. The threshold is on it unless it is so far off that nothing else could be seen. */
export function sparkScale(lines: readonly (readonly SparkPoint[])[], threshold: number | null): SparkScale | null {
  let [from, to, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const points of lines) {
    for (const { at, value } of points) {
      from = Math.min(from, at);
      to = Math.max(to, at);
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (from > to || low > high) return null;
  const far = threshold === null || Math.abs(threshold) > FARTHEST * Math.max(Math.abs(high), Math.abs(low));
  if (threshold !== null && (!far || high === 0)) {
    low = Math.min(low, threshold);
    high = Math.max(high, threshold);
  }
  // Small figures are read from zero; what hardly moves far above it keeps its own range.
  if (low > 0 && low < high * 0.6) low = 0;
  const span = high - low || Math.abs(high) || 1;
  const isAtZero = low === 0;
  return { from, to: to > from ? to : from + 1, low: isAtZero ? 0 : low - span * MARGIN, high: high + span * MARGIN };
}

/** Where a value lies in the box, from above; null where it would lie outside. */
export function sparkY(value: number, { low, high }: SparkScale, { height }: SparkBox): number | null {
  const y = height * (1 - (value - low) / (high - low));
  return y < 0 || y > height ? null : Math.round(y);
}

/**
 * The line as the `d` of a path, in whole units of the box and from point to point: short numbers are what a browser writes and
 * reads fastest. Rounded is where a point lies, not the way to it, so no error adds up. A gap in the measurements is a gap in the line.
 */
export function sparkPath(points: readonly SparkPoint[], scale: SparkScale, box: SparkBox): string {
  const perMs = box.width / (scale.to - scale.from);
  const perUnit = box.height / (scale.high - scale.low);
  let path = "";
  let isDrawn = false;
  let [x, y] = [0, 0];
  for (const { at, value } of points) {
    if (value === null) {
      isDrawn = false;
      continue;
    }
    const nextX = Math.round((at - scale.from) * perMs);
    const nextY = Math.round((scale.high - value) * perUnit);
    path += isDrawn ? `l${nextX - x} ${nextY - y}` : `M${nextX} ${nextY}`;
    [x, y, isDrawn] = [nextX, nextY, true];
  }
  return path;
}
