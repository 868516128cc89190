"use server";

import { z } from "zod";
import type { ActionAnswer } from "@/lib/contracts/action-answer";
import { PLAN_MAX_BYTES } from "@/lib/contracts/plans";
import type { Finding, Plan } from "@/lib/domain/plan/plan";
import { asViewer } from "@/lib/server/as-viewer";
import { services } from "@/lib/server/composition";

const Source = z.string().max(PLAN_MAX_BYTES);

/** Dry run of an import: what the document says and what was not understood; nothing is kept. */
export async function readPlanAction(
  source: string,
): Promise<ActionAnswer<{ plan: Plan | null; findings: Finding[] }>> {
  const text = Source.parse(source);
  return asViewer(async () => ({ ok: true, value: await services().importPlan({ source: text }) }));
}
