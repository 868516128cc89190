import type { Finding } from "@/lib/domain/plan/finding";
import type { Plan } from "@/lib/domain/plan/plan";

/** A plan with the document that it was read from; `lines[0]` is line 1. */
export type LintSubject = { plan: Plan; lines: readonly string[] };
export type LintRule = (subject: LintSubject) => Finding[];

const RULES: readonly LintRule[] = [];

/** What contradicts itself, is missing or cannot work in a plan that was understood. */
export function lintPlan(plan: Plan, source: string): Finding[] {
  const lines = source.split("\n");
  return RULES.flatMap((rule) => rule({ plan, lines }));
}
