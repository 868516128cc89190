import type { Sentence } from "../../finding-of";
import { COMMAND_SENTENCES } from "./command-sentences";
import { CRITERIA_SENTENCES } from "./criteria-sentences";
import { PEOPLE_SENTENCES } from "./people-sentences";
import { ROLLBACK_SENTENCES } from "./rollback-sentences";
import { TIME_SENTENCES } from "./time-sentences";
import { TRAFFIC_SENTENCES } from "./traffic-sentences";

/** What the linter can say. Each names the numbers and the lines, and ends with what to do. */
export const LINT_SENTENCES = {
  ...TIME_SENTENCES,
  ...TRAFFIC_SENTENCES,
  ...ROLLBACK_SENTENCES,
  ...CRITERIA_SENTENCES,
  ...PEOPLE_SENTENCES,
  ...COMMAND_SENTENCES,
} as const satisfies Record<string, Sentence>;

export type LintRuleId = keyof typeof LINT_SENTENCES;
