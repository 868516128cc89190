import type { Lines } from "@/lib/domain/plan/plan";
import { readMinutes } from "../../durations";
import { type LintRule, type LintSubject, noticed } from "../lint-rule";
import { infoRow } from "../plan-times";

type Target = { minutes: number; lines: Lines };

/** The last line at or above this one that states this length. */
function statedAbove(lines: readonly string[], line: number, minutes: number): Lines {
  for (let at = line; at > Math.max(0, line - 8); at -= 1) {
    if (readMinutes(lines[at - 1] ?? "") === minutes) return { from: at, to: at };
  }
  return { from: line, to: line };
}

/** Every place where the plan says within how many minutes it can go back. */
export function rollbackTargets({ plan, lines }: LintSubject): Target[] {
  const { info, blueGreen, rollback } = plan;
  const within = info.rollbackable?.withinMin ?? null;
  const row = infoRow(plan, "rollbackable");
  const switching = blueGreen?.rollbackWithinMin ?? null;
  const block = blueGreen?.rollback ?? null;
  const target = rollback?.targetMin ?? null;
  return [
    ...(within === null ? [] : [{ minutes: within, lines: row?.lines ?? info.lines }]),
    ...(switching === null || block === null
      ? []
      : [{ minutes: switching, lines: statedAbove(lines, block.lines.from - 1, switching) }]),
    ...(target === null || rollback === null
      ? []
      : [{ minutes: target, lines: { from: rollback.lines.from, to: rollback.lines.from } }]),
  ];
}

/** Different promises about the way back: the clock of a rollback needs one. */
export const rollbackTargetsDiffer: LintRule = (subject) => {
  const targets = rollbackTargets(subject);
  const minutes = [...new Set(targets.map((target) => target.minutes))];
  const [first, ...others] = targets.sort((a, b) => a.lines.from - b.lines.from).map(({ lines }) => lines);
  if (minutes.length < 2 || first === undefined) return [];
  const counted = subject.plan.rollback?.targetMin ?? Math.max(...minutes);
  return [
    noticed("rollback-targets-differ", [first, ...others], {
      count: minutes.length,
      minutes: minutes.join(" / "),
      counted,
    }),
  ];
};
