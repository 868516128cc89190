import { metricName } from "./derive-checks";
import type { Check, ObservationWindow, Plan, SuccessCriterion } from "./plan";

type Checks = Pick<Plan, "checks">;

const measured = ({ measure }: Check) => measure !== null;

/** The check that measures a success criterion: the one that says the same, word for word. Null where nobody has said how. */
export function checkOfCriterion({ checks }: Checks, { text }: Pick<SuccessCriterion, "text">): Check | null {
  return checks.find((check) => measured(check) && check.text === text) ?? null;
}

/** The checks that measure what an observation window looks at, by their text or what they are about ("error rate"). */
export function checksOfWindow({ checks }: Checks, { focus }: Pick<ObservationWindow, "focus">): Check[] {
  return checks.filter(
    (check) => measured(check) && [check.text, metricName(check.text)].some((name) => focus.includes(name)),
  );
}
