import type { ProposedChange } from "@/lib/domain/plan/finding";
import type { Plan } from "@/lib/domain/plan/plan";
import { linesChanged } from "../lines-changed";
import { type LintRule, noticed } from "../lint-rule";
import { byMetric, type Statement, statementsOf } from "./statements";

type Touch = { of: Statement; side: "below" | "above"; open: boolean };

function touching(group: readonly Statement[], value: number): Touch[] {
  return group.flatMap((of) =>
    of.limits.filter((limit) => limit.value === value).map(({ side, open }) => ({ of, side, open })),
  );
}

/** The trigger takes the figure itself: better one look too many than a case that nobody decided. */
function triggerTakesIt(plan: Plan, lines: readonly string[], touches: readonly Touch[]): ProposedChange | null {
  const above = touches.find(({ of, side }) => of.part === "trigger" && side === "above");
  if (above === undefined) return null;
  const joined = plan.language === "zh" ? "且 <" : "and <";
  return linesChanged(lines, above.of.lines, (text) => {
    const strict = text.replace(/[>＞](?!\s*=)/, "≥");
    if (strict !== text) return strict;
    return text.replace(/(\d[\d.]*\s*[%‰\p{L}]*)\s*(?:-|–|—|~|至|到)\s*(\d[\d.]*\s*[%‰\p{L}]+)/u, `≥ $1 ${joined} $2`);
  });
}

/** A figure that belongs neither to what is fine nor to what is not: "> 0.1 %" rolls back, "< 0.1 %" is fine, 0.1 % is neither. */
export const thresholdGap: LintRule = ({ plan, lines }) => {
  const watched = statementsOf(plan).filter(
    ({ part }) => part === "watch" || part === "criterion" || part === "trigger",
  );
  return byMetric(watched).flatMap((group) => {
    const values = [...new Set(group.flatMap(({ limits }) => limits.map(({ value }) => value)))];
    return values.flatMap((value) => {
      const touches = touching(group, value);
      const sides = new Set(touches.map(({ side }) => side));
      const triggered = touches.some(({ of }) => of.part === "trigger");
      const [first, ...others] = [...touches].sort((a) => (a.of.part === "trigger" ? -1 : 1));
      if (sides.size < 2 || !triggered || first === undefined || touches.some(({ open }) => !open)) return [];
      const texts = [...new Set([first, ...others].map(({ of }) => of.text))].join(" · ");
      const facts = { metric: first.of.metric, value: `${value} ${first.of.unit}`.trim(), texts };
      const change = triggerTakesIt(plan, lines, touches);
      const places = [change?.lines ?? first.of.lines, ...[first, ...others].map(({ of }) => of.lines)] as const;
      return [noticed("threshold-gap", places, facts, change)];
    });
  });
};
