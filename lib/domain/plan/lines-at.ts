import type { Finding } from "./finding";
import type { Lines, Plan } from "./plan";

function isLines(value: object): value is Lines {
  return "from" in value && "to" in value && typeof value.from === "number" && typeof value.to === "number";
}

/** Every range of lines that some part of a plan was read from. */
export function linesIn(value: unknown): Lines[] {
  if (typeof value !== "object" || value === null) return [];
  if (isLines(value)) return [value];
  return Object.values(value).flatMap(linesIn);
}

/** The lines of the smallest part or finding that a line of the document belongs to; null when nothing was read from it. */
export function linesAt(plan: Plan | null, findings: readonly Finding[], line: number): Lines | null {
  const ranges = [...linesIn(plan), ...findings.map((finding) => finding.lines)];
  const around = ranges.filter(({ from, to }) => from > 0 && from <= line && line <= to);
  const [smallest] = around.sort((one, other) => one.to - one.from - (other.to - other.from));
  return smallest ?? null;
}
