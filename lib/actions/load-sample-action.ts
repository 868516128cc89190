"use server";

import type { ActionAnswer } from "@/lib/contracts/action-answer";
import { asImporter } from "@/lib/server/as-viewer";
import { services } from "@/lib/server/composition";
import { readSamplePlan } from "@/lib/server/sample-plan";
import { saveDocument } from "@/lib/server/save-document";

/** Keeps the sample plan as a plan of one's own: the first step of a first run. */
export async function loadSampleAction(): Promise<ActionAnswer<{ planId: string; planVersionId: string }>> {
  const source = await readSamplePlan();
  return asImporter((actor) => saveDocument(services(), { source, actor }));
}
