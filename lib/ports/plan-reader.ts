import type { Finding, Plan } from "@/lib/domain/plan/plan";

/** Understands a document; never throws for what stands in it. */
export interface PlanReader {
  read(source: string): Promise<{ plan: Plan | null; findings: Finding[] }>;
}
