import { checkOfCriterion } from "@/lib/domain/plan/measured-by";
import { readCriterion } from "../../criterion-text";
import { type LintRule, noticed } from "../lint-rule";

/** Success criteria with a figure that no check measures: afterwards everybody believes what he remembers. */
export const criterionUnmeasured: LintRule = ({ plan }) => {
  const figured = plan.criteria.filter(({ text }) => readCriterion(text).value !== null);
  const unmeasured = figured.filter((criterion) => checkOfCriterion(plan, criterion) === null);
  const [first, ...others] = unmeasured.map(({ lines }) => lines);
  if (first === undefined) return [];
  const criteria = unmeasured.map(({ text }) => text).join(" · ");
  return [
    noticed("criterion-unmeasured", [first, ...others], { count: unmeasured.length, all: figured.length, criteria }),
  ];
};
