import type { Plan } from "@/lib/domain/plan/plan";
import { readPlan } from "./read-plan";
import { naturalText } from "./write/natural-text";
import { withIdsOf } from "./write/same-ids";

const DERIVED = ["gates", "checks", "roles", "rollbackers"] as const;
type Derived = (typeof DERIVED)[number];

/** A plan from outside, in which what follows from the other parts may be missing. */
export type GivenPlan = Omit<Plan, Derived> & { [Part in Derived]?: Plan[Part] | undefined };

/** Triggers that name figures are judged by the checks that follow from them. */
function withChecks(triggers: Plan["triggers"], read: Plan): Plan["triggers"] {
  return triggers.map((trigger, index) => ({
    ...trigger,
    check: trigger.check ?? read.triggers[index]?.check ?? null,
  }));
}

/** The plan with its gates, checks, roles and rollbackers: those given, else those that its words lead to. */
export function completePlan(given: GivenPlan): Plan {
  const { gates = [], checks = [], roles = [], rollbackers = [] } = given;
  const stated: Plan = { ...given, gates, checks, roles, rollbackers };
  const isWhole = DERIVED.every((part) => given[part] !== undefined);
  const read = isWhole ? null : readPlan(naturalText(stated)).plan;
  if (read === null) return stated;
  // What is derived points at parts by the ids of their places.
  const placed = withIdsOf(stated, read);
  return {
    ...placed,
    gates: given.gates === undefined ? read.gates : placed.gates,
    checks: given.checks === undefined ? read.checks : placed.checks,
    triggers: given.checks === undefined ? withChecks(placed.triggers, read) : placed.triggers,
    roles: given.roles === undefined ? read.roles : placed.roles,
    rollbackers: given.rollbackers === undefined ? read.rollbackers : placed.rollbackers,
  };
}
