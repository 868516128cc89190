import type { ProposedChange } from "@/lib/domain/plan/finding";
import { textChanged } from "../lines-changed";
import { type LintRule, type LintSubject, noticed } from "../lint-rule";
import { clockAt, type Span, timedStages } from "../plan-times";

/** Starting when the stage before it ends, where what follows still fits. */
function startLater(
  { plan, lines }: LintSubject,
  late: Span,
  until: number,
  next: Span | undefined,
): ProposedChange | null {
  const start = clockAt(plan, until);
  const end = until + late.to - late.from;
  const latest = next?.from ?? plan.info.windowMin ?? Number.POSITIVE_INFINITY;
  if (start === null || end > latest || !/^\d{2}:\d{2}$/.test(late.stage.startText)) return null;
  return textChanged(lines, late.stage.lines.from, late.stage.startText, start);
}

/** A stage that starts while the one before it still runs, and is not marked as parallel. */
export const stagesOverlap: LintRule = (subject) => {
  const spans = timedStages(subject.plan);
  return spans.flatMap((span, index) => {
    const running = spans.slice(0, index).filter(({ to, from }) => to > span.from && from < span.to);
    const longest = running.sort((a, b) => b.to - a.to)[0];
    if (span.stage.parallel || longest === undefined) return [];
    const facts = {
      stage: span.stage.name,
      start: clockAt(subject.plan, span.from) ?? span.stage.startText,
      before: longest.stage.name,
      beforeLine: longest.stage.lines.from,
      end: clockAt(subject.plan, longest.to) ?? "",
      minutes: longest.to - span.from,
    };
    const change = startLater(subject, span, longest.to, spans[index + 1]);
    return [noticed("stages-overlap", [span.stage.lines, longest.stage.lines], facts, change)];
  });
};
