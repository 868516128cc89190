import type { PlanReading } from "@/lib/domain/plan/finding";
import { lintPlan } from "./lint/lint-plan";
import { readPlan } from "./read-plan";
import { normaliseSource } from "./source-text";

/** Reads a release plan out of Markdown and checks what was read: everything noticed, in the order of the document. Never throws. */
export function compilePlan(source: string): PlanReading {
  const reading = readPlan(source);
  if (reading.plan === null) return reading;
  const findings = [...reading.findings, ...lintPlan(reading.plan, normaliseSource(source))];
  return { ...reading, findings: findings.sort((a, b) => a.line - b.line) };
}
