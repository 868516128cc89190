import type { Bound, LimitMeasure } from "../domain/plan/measure";
import { valueText } from "./figures";
import { phrase } from "./round";
import type { Reading } from "./source-answer";
import { type Judgement, judge } from "./verdict";

type Bounds = Pick<LimitMeasure, "pass" | "fail" | "unit">;

/** Whether the value satisfies the bound, strictly where it is written strictly. */
function isWithin({ comparator, value: bound }: Bound, value: number): boolean {
  switch (comparator) {
    case "<":
      return value < bound;
    case "<=":
      return value <= bound;
    case ">":
      return value > bound;
    case ">=":
      return value >= bound;
  }
}

function boundText(bound: Bound | null, unit: string): string {
  return bound === null ? "" : `${bound.comparator} ${valueText(bound.value, unit)}`;
}

function outcome(
  { pass, fail }: Bounds,
  value: number,
): { verdict: "passed" | "failed" | "inconclusive"; key: string } {
  if (pass === null && fail === null) return { verdict: "inconclusive", key: "no_condition" };
  if (fail !== null && isWithin(fail, value)) return { verdict: "failed", key: "failed" };
  if (pass === null) return { verdict: "passed", key: "not_broken" };
  if (isWithin(pass, value)) return { verdict: "passed", key: "passed" };
  return fail === null ? { verdict: "failed", key: "missed" } : { verdict: "inconclusive", key: "between" };
}

/**
 * One value against its bounds (Argo Rollouts' measurement, corrected): one bound decides both ways; with two, neither holding is
 * inconclusive, and so is a check without any. Both holding at once is failed.
 */
export function judgeLimit(measure: Bounds, reading: Reading<number>): Judgement {
  if (reading.kind === "none") return reading.judgement;
  const { value } = reading;
  const { verdict, key } = outcome(measure, value);
  const { unit } = measure;
  const values = {
    value: valueText(value, unit),
    pass: boundText(measure.pass, unit),
    fail: boundText(measure.fail, unit),
  };
  return judge(verdict, phrase(`limit.${key}`, values), { value, figures: { value } });
}
