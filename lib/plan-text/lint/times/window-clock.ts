import { clockChangeAt, instantOf } from "@/lib/domain/plan/local-time";
import type { LocalDateTime } from "@/lib/domain/plan/plan";
import { type LintRule, noticed } from "../lint-rule";
import { windowLines } from "../plan-times";
import { localAfter, minutesBetween } from "./local-minutes";

/** A window that runs past midnight: whoever reads "00:30" has to know of which day. */
export const windowOverMidnight: LintRule = ({ plan }) => {
  const { window } = plan.info;
  if (window === null || window.start.slice(0, 10) === window.end.slice(0, 10)) return [];
  // Whoever plans several days writes the day with every time.
  if (window.end.endsWith("T00:00") || minutesBetween(window.start, window.end) > 1_440) return [];
  const [day, nextDay] = [window.start.slice(0, 10), window.end.slice(0, 10)];
  return [noticed("window-over-midnight", [windowLines(plan)], { day, nextDay, end: window.end.slice(11) })];
};

/** Times that clocks skip or show twice because they are put forward or back that night. */
export const clockHoles: LintRule = ({ plan }) => {
  const { window } = plan.info;
  if (window === null) return [];
  const timed = plan.stages.map(({ name, startMin, lines }) => ({
    name,
    at: localAfter(window.start, startMin),
    lines,
  }));
  const ends = [
    { name: plan.language === "zh" ? "窗口开始" : "window start", at: window.start, lines: windowLines(plan) },
    { name: plan.language === "zh" ? "窗口结束" : "window end", at: window.end, lines: windowLines(plan) },
  ];
  const unlike = timed.filter(({ at }) => at !== window.start && at !== window.end);
  return [...ends, ...unlike].flatMap(({ name, at, lines }) => {
    const change = clockChangeAt(at, plan.timeZone);
    if (change === null) return [];
    const facts = { what: name, time: at.replace("T", " "), zone: plan.timeZone };
    return [noticed(change === "skipped" ? "time-skipped" : "time-twice", [lines], facts)];
  });
};

function realMinutes(start: LocalDateTime, end: LocalDateTime, zone: string): number {
  return (instantOf(end, zone) - instantOf(start, zone)) / 60_000;
}

/** A window that is longer or shorter than its clock says. */
export const clockChangeInWindow: LintRule = ({ plan }) => {
  const { window } = plan.info;
  if (window === null) return [];
  const shown = minutesBetween(window.start, window.end);
  const real = realMinutes(window.start, window.end, plan.timeZone);
  if (real === shown) return [];
  return [noticed("clock-change-in-window", [windowLines(plan)], { shown, real, zone: plan.timeZone })];
};
