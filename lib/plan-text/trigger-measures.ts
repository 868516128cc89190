import type { TriggerId } from "@/lib/domain/plan/ids";
import { type Bound, DEFAULT_RUN, type LimitMeasure } from "@/lib/domain/plan/measure";
import type { Check, RollbackTrigger } from "@/lib/domain/plan/plan";
import { readCriterion } from "./criterion-text";

/** The bound that a trigger's words put on what its query answers; null where they name no figure to compare with. */
function boundOf(text: string): Bound | null {
  const { comparator, value } = readCriterion(text);
  return comparator === null || comparator === "=" || value === null ? null : { comparator, value };
}

/** A trigger that names its query fails as soon as the query's answer is what the trigger says. */
function measureOf(text: string, query: string): LimitMeasure | null {
  const fail = boundOf(text);
  if (fail === null) return null;
  return { kind: "limit", ...DEFAULT_RUN, query, unit: readCriterion(text).unit ?? "", pass: null, fail };
}

/** The checks with the queries that the document puts beside its triggers. */
export function withTriggerQueries(
  checks: readonly Check[],
  triggers: readonly RollbackTrigger[],
  queries: ReadonlyMap<TriggerId, string>,
): Check[] {
  return checks.map((check) => {
    const trigger = triggers.find((one) => one.check === check.id);
    const query = trigger === undefined ? undefined : queries.get(trigger.id);
    const measure = query === undefined || check.measure !== null ? null : measureOf(check.text, query);
    return measure === null ? check : { ...check, measure };
  });
}
