import type { CheckId } from "./ids";

/** As many may be said of one playbook. */
export const MATCHERS_MAX = 20;

/**
 * What tells that the scenario of a playbook has come: a check that fails, an alert by its name, words in the output of a runner's work
 * (`*` = anything on the same line).
 */
export type PlaybookMatcher =
  | { kind: "check"; check: CheckId }
  | { kind: "alert"; name: string }
  | { kind: "output"; pattern: string };
