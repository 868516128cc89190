"use server";

import type { ActionAnswer } from "@/lib/contracts/action-answer";
import { PlanSource } from "@/lib/contracts/plan-acts";
import type { PlanReading } from "@/lib/domain/plan/finding";
import { asViewer } from "@/lib/server/as-viewer";
import { services } from "@/lib/server/composition";
import { readDocument } from "@/lib/server/save-document";

/** Dry run of an import: what the document says and what was not understood; nothing is kept. */
export async function readPlanAction(source: string): Promise<ActionAnswer<PlanReading>> {
  const text = PlanSource.parse(source);
  return asViewer((actor) => readDocument(services(), { source: text, actor }));
}
