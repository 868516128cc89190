import type { Plan } from "@/lib/domain/plan/plan";

/**
 * A saved version as today's rules read it: versions never change, so that those from before checks had measures, or there
 * were runners, lack them.
 */
export function upgradePlan(plan: Plan): Plan {
  const isOfToday = Object.hasOwn(plan, "bindings") && plan.checks.every(({ measure }) => measure !== undefined);
  if (isOfToday) return plan;
  return {
    ...plan,
    bindings: plan.bindings ?? [],
    checks: plan.checks.map((check) => ({ ...check, measure: check.measure ?? null })),
  };
}
