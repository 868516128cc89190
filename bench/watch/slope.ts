export type Point = { minute: number; mb: number };

/** How much a series rises in a minute, by the straight line that fits it best. */
export function slopeOf(points: readonly Point[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(({ minute }) => minute)), mean(points.map(({ mb }) => mb))];
  const over = points.reduce((sum, { minute, mb }) => sum + (minute - x) * (mb - y), 0);
  const under = points.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0);
  return over / under;
}
