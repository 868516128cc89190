import type { Finding, Plan } from "@/lib/domain/plan/plan";
import type { PlanReader } from "@/lib/ports/plan-reader";

export type ImportPlanDeps = { reader: PlanReader };
export type PlanReading = { plan: Plan | null; findings: Finding[] };

/** Understands a document and keeps nothing; a document that is no plan gives findings and no plan. */
export async function importPlan({ reader }: ImportPlanDeps, { source }: { source: string }): Promise<PlanReading> {
  return reader.read(source);
}
