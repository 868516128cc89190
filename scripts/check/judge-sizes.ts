import type { SourceSize } from "./measure-source";

export type Measured = SourceSize & { path: string };

/** Whether the file is a product file: tests may be long lists of cases. */
function isProduct(path: string): boolean {
  return !/\.(test|spec)\.tsx?$/.test(path) && !path.startsWith("e2e/");
}

/** The value below which the given share (0 to 1) of the numbers lies; 0 for none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** One sentence for every limit of the style guide that is broken. */
export function judgeSizes(all: readonly Measured[]): string[] {
  const files = all.filter(({ path }) => isProduct(path));
  const complaints = files.flatMap(({ path, lines, functions }) => {
    const limit = path.endsWith(".tsx") ? 300 : 250;
    const tooLong = functions.filter((one) => one.lines > 60);
    return [
      ...(lines > limit ? [`${path} has ${lines} lines (at most ${limit})`] : []),
      ...tooLong.map((one) => `${path}:${one.line} ${one.name} has ${one.lines} lines (at most 60)`),
    ];
  });
  const fileLines = files.map(({ lines }) => lines);
  const functionLines = files.flatMap(({ functions }) => functions.map(({ lines }) => lines));
  for (const { what, numbers, share, limit } of [
    { what: "files: median", numbers: fileLines, share: 0.5, limit: 70 },
    { what: "files: 90th percentile", numbers: fileLines, share: 0.9, limit: 170 },
    { what: "functions: median", numbers: functionLines, share: 0.5, limit: 15 },
    { what: "functions: 90th percentile", numbers: functionLines, share: 0.9, limit: 45 },
  ]) {
    const value = percentile(numbers, share);
    if (value > limit) complaints.push(`${what} is ${value} lines (at most ${limit})`);
  }
  return complaints;
}
