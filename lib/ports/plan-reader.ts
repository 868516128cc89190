import type { PlanReading } from "@/lib/domain/plan/finding";

/** Understands a document; never throws for what stands in it. */
export interface PlanReader {
  read(source: string): Promise<PlanReading>;
}
