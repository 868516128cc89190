import type { ProposedChange } from "@/lib/domain/plan/finding";
import type { Lines, Plan } from "@/lib/domain/plan/plan";
import { readMinutes } from "../durations";
import { linesChanged } from "./lines-changed";

const length = /\d+(?:\.\d+)?\s*(?:个?小时|分钟|天|hours?|hrs?|minutes?|mins?|min|days?|[hmd])(?![a-z])/gi;

function said(minutes: number, language: Plan["language"]): string {
  if (minutes % 60 === 0) return language === "zh" ? `${minutes / 60}小时` : `${minutes / 60} h`;
  return language === "zh" ? `${minutes}分钟` : `${minutes} min`;
}

/** The change of the one line among these that states this length of time, to another length; null when it is not one line. */
export function lengthChanged(
  { plan, lines }: { plan: Plan; lines: readonly string[] },
  within: Lines,
  [from, to]: readonly [number, number],
): ProposedChange | null {
  const stating = lines
    .slice(within.from - 1, within.to)
    .flatMap((text, index) =>
      [...text.matchAll(length)].map((found) => ({ written: found[0], line: within.from + index })),
    )
    .filter(({ written }) => readMinutes(written) === from);
  const [only] = stating;
  if (only === undefined || stating.length > 1) return null;
  const { line, written } = only;
  return linesChanged(lines, { from: line, to: line }, (text) => text.replace(written, () => said(to, plan.language)));
}
