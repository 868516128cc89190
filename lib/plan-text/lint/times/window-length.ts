import { lengthChanged } from "../lengths";
import { type LintRule, noticed } from "../lint-rule";
import { infoRow, windowLines } from "../plan-times";
import { minutesBetween } from "./local-minutes";

/** The window's stated length against its own start and end. */
export const windowLength: LintRule = (subject) => {
  const { window, windowMin } = subject.plan.info;
  const row = infoRow(subject.plan, "windowLength");
  if (window === null || windowMin === null || row === null) return [];
  const real = minutesBetween(window.start, window.end);
  if (real === windowMin) return [];
  const facts = { stated: windowMin, real, start: window.start.slice(11), end: window.end.slice(11) };
  const change = lengthChanged(subject, row.lines, [windowMin, real]);
  return [noticed("window-length-differs", [row.lines, windowLines(subject.plan)], facts, change)];
};
