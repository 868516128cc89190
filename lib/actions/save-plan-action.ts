"use server";

import { z } from "zod";
import type { ActionAnswer } from "@/lib/contracts/action-answer";
import { PLAN_MAX_BYTES } from "@/lib/contracts/plans";
import { id, text } from "@/lib/contracts/text";
import { asViewer } from "@/lib/server/as-viewer";
import { services } from "@/lib/server/composition";
import { saveDocument } from "@/lib/server/save-document";

const Draft = z.object({ source: z.string().max(PLAN_MAX_BYTES), message: text(500), planId: id.optional() });

export type SavedPlan = { planId: string; planVersionId: string };

/** Keeps a document as a version. It is read here once more: what the browser believes it means does not count. */
export async function savePlanAction(draft: z.input<typeof Draft>): Promise<ActionAnswer<SavedPlan>> {
  const { source, message, planId } = Draft.parse(draft);
  const note = message.trim() === "" ? undefined : message.trim();
  return asViewer((actor) => saveDocument(services(), { source, message: note, planId, actor }));
}
