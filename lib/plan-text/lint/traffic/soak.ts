import { lengthChanged } from "../lengths";
import { type LintRule, noticed } from "../lint-rule";
import { timedStages, windowLines } from "../plan-times";
import { plannedSoak } from "./planned-shares";

/** The strategy's time at a share against the timeline's. */
export const soakDiffers: LintRule = (subject) =>
  subject.plan.canary.flatMap(({ share, soakMin, lines }) => {
    const soak = plannedSoak(subject.plan, share);
    if (soakMin === null || soak === null || soak.minutes === soakMin) return [];
    const change = lengthChanged(subject, lines, [soakMin, soak.minutes]);
    const facts = { share, strategy: soakMin, timeline: soak.minutes };
    return [noticed("soak-differs", [lines, ...soak.lines], facts, change)];
  });

/** Watching as long as the strategy asks, with the timeline's other work, against the window. */
export const strategyPastWindow: LintRule = ({ plan }) => {
  const window = plan.info.windowMin;
  const partial = plan.canary.filter(({ share, soakMin }) => share < 100 && soakMin !== null);
  const [first, ...others] = partial.map(({ lines }) => lines);
  if (window === null || first === undefined) return [];
  const soak = partial.reduce((sum, { soakMin }) => sum + (soakMin ?? 0), 0);
  const spans = timedStages(plan);
  // Where nothing is called an observation, the time of a shift is the time that it is watched.
  const watching = spans.some(({ stage }) => stage.kind === "observe") ? ["observe"] : ["observe", "shift"];
  const work = spans
    .filter(({ stage }) => !watching.includes(stage.kind))
    .reduce((sum, { from, to }) => sum + to - from, 0);
  if (soak + work <= window) return [];
  const facts = {
    soak,
    work,
    total: soak + work,
    window,
    parts: partial.map(({ soakMin }) => soakMin ?? 0).join(" + "),
  };
  return [noticed("observation-past-window", [first, ...others, windowLines(plan)], facts)];
};

/** All traffic is to be watched for longer than the window is open: somebody must be there after it. */
export const fullWatchPastWindow: LintRule = ({ plan }) => {
  const window = plan.info.windowMin;
  if (window === null) return [];
  return plan.canary.flatMap(({ share, soakMin, lines }) => {
    if (share < 100 || soakMin === null || soakMin <= window) return [];
    const covered = Math.max(0, ...plan.windows.map(({ toMin }) => toMin));
    const places = [lines, windowLines(plan), ...plan.windows.map((after) => after.lines)] as const;
    const afterLines = plan.windows.map((after) => after.lines.from).join(", ");
    const facts = { hours: soakMin / 60, windowHours: window / 60, afterLines };
    return [noticed(covered >= soakMin ? "full-watch-past-window" : "full-watch-uncovered", places, facts)];
  });
};
