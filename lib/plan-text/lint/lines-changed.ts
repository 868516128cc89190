import type { ProposedChange } from "@/lib/domain/plan/finding";
import type { Lines } from "@/lib/domain/plan/plan";

/** The change that rewrites these lines one by one; null when nothing would be another text. */
export function linesChanged(
  lines: readonly string[],
  { from, to }: Lines,
  edit: (text: string, line: number) => string,
): ProposedChange | null {
  const before = lines.slice(from - 1, to);
  const after = before.map((text, index) => edit(text, from + index));
  return after.join("\n") === before.join("\n") ? null : { lines: { from, to }, text: after.join("\n") };
}

/** The change that puts one text in the place of another in a line; null unless it stands there exactly once. */
export function textChanged(
  lines: readonly string[],
  line: number,
  written: string,
  wanted: string,
): ProposedChange | null {
  const whole = lines[line - 1] ?? "";
  if (written === "" || whole.split(written).length !== 2) return null;
  return linesChanged(lines, { from: line, to: line }, (text) => text.split(written).join(wanted));
}
