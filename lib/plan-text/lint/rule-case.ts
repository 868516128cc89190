import type { LintRuleId } from "./sentences/lint-sentences";

type Edit = readonly [written: string, instead: string];

/**
 * One defect put into the consistent plan, and the rule that has to see it: `at` holds words of the line where it is shown, then
 * of the other lines; `says` what both sentences must name.
 */
export type RuleCase = {
  rule: LintRuleId;
  defect: string;
  edits: readonly Edit[];
  at: readonly string[];
  says?: readonly string[];
};
