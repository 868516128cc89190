import { linesChanged } from "../lines-changed";
import { type LintRule, noticed } from "../lint-rule";

/** Success criteria that are drawn as met before anything was released. */
export const criteriaTicked: LintRule = ({ plan, lines }) => {
  const ticked = plan.criteria.filter((criterion) => criterion.ticked);
  const [first, ...others] = ticked.map((criterion) => criterion.lines);
  if (first === undefined) return [];
  const at = new Set(ticked.map((criterion) => criterion.lines.from));
  const change = linesChanged(lines, { from: first.from, to: Math.max(...at) }, (text, line) =>
    at.has(line) ? text.replace(/\[[xX]\]/, "[ ]") : text,
  );
  return [noticed("criteria-ticked", [first, ...others], { count: ticked.length, all: plan.criteria.length }, change)];
};
