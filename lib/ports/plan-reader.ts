import type { PlanReading } from "@/lib/domain/plan/finding";
import type { PlanDraft, PlanEdit } from "@/lib/plan-text/draft-plan";

/** Understands a document; never throws for what stands in it. */
export interface PlanReader {
  read(source: string): Promise<PlanReading>;
  /** The document that an edited plan becomes, read again; `plan` is null when that took too long. */
  draft(edit: PlanEdit): Promise<PlanDraft>;
}
