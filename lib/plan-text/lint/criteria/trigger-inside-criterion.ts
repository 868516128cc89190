import { type LintRule, noticed } from "../lint-rule";
import { byMetric, statementsOf } from "./statements";

/** A rollback that is called for while the success criterion still holds. */
export const triggerInsideCriterion: LintRule = ({ plan }) =>
  byMetric(statementsOf(plan)).flatMap((group) => {
    const criteria = group.filter(({ part, limits }) => part === "criterion" && limits.length === 1);
    const triggers = group.filter(({ part }) => part === "trigger");
    return triggers.flatMap((trigger) =>
      criteria.flatMap((criterion) => {
        const [limit] = criterion.limits;
        const [fires] = trigger.limits;
        if (limit === undefined || fires === undefined || limit.side === fires.side) return [];
        const inside = limit.side === "below" ? fires.value < limit.value : fires.value > limit.value;
        if (!inside) return [];
        const facts = { trigger: trigger.text, criterion: criterion.text, criterionLine: criterion.lines.from };
        return [noticed("trigger-inside-criterion", [trigger.lines, criterion.lines], facts)];
      }),
    );
  });
