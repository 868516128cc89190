type Point = { filled?: true };

/**
 * A line in two parts: what was watched, and what was asked for afterwards. The second reaches to the watched points beside it, so that
 * the line has no hole.
 */
export function filledParts<Drawn extends Point>(points: readonly Drawn[]): { watched: boolean; filled: boolean }[] {
  return points.map(({ filled }, index) => ({
    watched: filled !== true,
    filled: filled === true || points[index - 1]?.filled === true || points[index + 1]?.filled === true,
  }));
}
