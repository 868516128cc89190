import { type LintRule, noticed } from "../lint-rule";
import { busyMinutes, timedStages, windowLines } from "../plan-times";
import { rollbackTargets } from "../rollback/rollback-targets";

/** Whether the timeline leaves time in its window for whatever does not go as planned. */
export const windowSlack: LintRule = ({ plan, lines }) => {
  const spans = timedStages(plan);
  const window = plan.info.windowMin;
  const last = [...spans].sort((a, b) => b.to - a.to)[0];
  if (window === null || last === undefined) return [];
  const places = [last.stage.lines, windowLines(plan)] as const;
  const base = { stage: last.stage.name, window };
  if (last.to > window) return [noticed("timeline-past-window", places, { ...base, minutes: last.to - window })];
  const busy = busyMinutes(
    spans.map(({ stage, from, to }) => ({ stage, from: Math.max(0, from), to: Math.max(0, to) })),
  );
  const slack = window - busy;
  if (slack <= 0) return [noticed("window-without-slack", places, { ...base, busy })];
  const target = Math.max(0, ...rollbackTargets({ plan, lines }).map(({ minutes }) => minutes));
  return slack < target ? [noticed("window-slack-short", places, { ...base, slack, target })] : [];
};
