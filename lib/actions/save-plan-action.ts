"use server";

import type { ActionAnswer } from "@/lib/contracts/action-answer";
import { PlanDraft } from "@/lib/contracts/plan-acts";
import { asImporter } from "@/lib/server/as-viewer";
import { services } from "@/lib/server/composition";
import { saveDocument } from "@/lib/server/save-document";

type SavedPlan = { planId: string; planVersionId: string };

/** Keeps a document as a version. It is read here once more: what the browser believes it means does not count. */
export async function savePlanAction(draft: PlanDraft): Promise<ActionAnswer<SavedPlan>> {
  const { source, message, planId } = PlanDraft.parse(draft);
  const note = message.trim() === "" ? undefined : message.trim();
  return asImporter((actor) => saveDocument(services(), { source, message: note, planId, actor }));
}
