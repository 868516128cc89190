import type { PlanReading } from "@/lib/domain/plan/finding";
import type { Plan } from "@/lib/domain/plan/plan";
import type { PlanDraft, PlanEdit } from "@/lib/plan-text/draft-plan";

/** How a plan is written as data. */
export type ExchangeForm = "json" | "yaml";

export type ExportWish = { plan: Plan; form: ExchangeForm | "markdown"; serverUrl: string };

/** Understands a document; never throws for what stands in it. */
export interface PlanReader {
  read(source: string): Promise<PlanReading>;
  /** The document that an edited plan becomes, read again; `plan` is null when that took too long. */
  draft(edit: PlanEdit): Promise<PlanDraft>;
  /** A plan that came as data, as the document that it becomes; `plan` is null when it is none. */
  readExchange(source: string, form: ExchangeForm): Promise<PlanDraft>;
  /** A plan as a document or as data; null when that took too long. */
  exportPlan(wish: ExportWish): Promise<string | null>;
}
