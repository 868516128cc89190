import { PATTERN_MAX } from "@/lib/domain/plan/output-pattern";
import type { PlaybookMatcher } from "@/lib/domain/plan/playbook-matcher";
import { either, type Guard, idOf, isFilled, oneOf, record } from "./guards";

const words: Guard<string> = (value): value is string => isFilled(value) && value.length <= PATTERN_MAX;
/** What raises a playbook. */
export const isMatcher: Guard<PlaybookMatcher> = either(
  record({ kind: oneOf(["check"]), check: idOf("check") }),
  either(record({ kind: oneOf(["alert"]), name: words }), record({ kind: oneOf(["output"]), pattern: words })),
);
