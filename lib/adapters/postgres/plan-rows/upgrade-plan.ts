import type { Plan } from "@/lib/domain/plan/plan";

/** A saved version as today's rules read it: versions never change, so that those from before checks had measures lack them. */
export function upgradePlan(plan: Plan): Plan {
  if (plan.checks.every(({ measure }) => measure !== undefined)) return plan;
  return { ...plan, checks: plan.checks.map((check) => ({ ...check, measure: check.measure ?? null })) };
}
