import type { Answer } from "@/lib/contracts/answer";
import type { Actor } from "@/lib/domain/release/actor";
import type { Services } from "./composition";

type Wish = { source: string; message?: string | undefined; planId?: string | undefined; actor: Actor };

/** Reads a document and keeps what it says as a version; one that is no plan is refused with the first finding's rule. */
export async function saveDocument(
  { importPlan, savePlan }: Pick<Services, "importPlan" | "savePlan">,
  { source, message, planId, actor }: Wish,
): Promise<Answer<{ planId: string; planVersionId: string }>> {
  const { plan } = await importPlan({ source });
  if (plan === null) return { ok: false, refusal: { kind: "invalid", because: "not-a-plan", facts: {} } };
  return savePlan({ plan, source, message, planId, actor });
}
