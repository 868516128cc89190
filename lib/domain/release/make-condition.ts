import type { Condition, ConditionKind } from "./condition";

/** A condition with what is known about it; the rest says nothing. */
export function condition(
  kind: ConditionKind,
  met: boolean | Condition["met"],
  rest: Partial<Omit<Condition, "kind" | "met">> = {},
): Condition {
  return {
    key: kind,
    kind,
    met: typeof met === "boolean" ? (met ? "met" : "unmet") : met,
    subject: "",
    owners: [],
    facts: {},
    remainingMs: null,
    by: null,
    ...rest,
  };
}
