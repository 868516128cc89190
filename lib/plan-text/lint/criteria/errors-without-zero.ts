import type { Measure } from "@/lib/domain/plan/measure";
import { type LintRule, noticed } from "../lint-rule";

/** PromQL's comments and what stands in quotes: an `or` in there answers nothing. */
const noise = /#[^\n]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g;

function isSilentWithoutErrors(measure: Measure): boolean {
  const countsErrors = measure.kind === "evidence" || (measure.kind === "rate" && measure.healthy === "below");
  return countsErrors && measure.errors.trim() !== "" && !/\bor\b/i.test(measure.errors.replace(noise, ""));
}

/** A counter of errors exists only from the first error on: until then there is no data, and what has no data never passes. */
export const errorsWithoutZero: LintRule = ({ plan }) =>
  plan.checks.flatMap(({ text, measure, lines }) =>
    measure !== null && isSilentWithoutErrors(measure) ? [noticed("errors-without-zero", [lines], { text })] : [],
  );
