import type { Answer } from "@/lib/contracts/answer";
import type { Actor } from "@/lib/domain/release/actor";
import type { PlanReader } from "@/lib/ports/plan-reader";
import type { Services } from "./composition";

type Document = { source: string; actor: Actor };
type Wish = Document & { message?: string | undefined; planId?: string | undefined };

/** Reads a document for those who may keep one: reading is dear, and one at a time. */
export async function readDocument(
  { importPlan }: Pick<Services, "importPlan">,
  { source, actor }: Document,
): Promise<Answer<Awaited<ReturnType<PlanReader["read"]>>>> {
  if (actor.kind !== "person" || actor.permissions.length === 0) {
    return { ok: false, refusal: { kind: "forbidden", because: "planner-only", facts: {} } };
  }
  return { ok: true, value: await importPlan({ source }) };
}

/** Reads a document and keeps what it says as a version; one that is no plan is refused with the first finding's rule. */
export async function saveDocument(
  services: Pick<Services, "importPlan" | "savePlan">,
  { source, message, planId, actor }: Wish,
): Promise<Answer<{ planId: string; planVersionId: string }>> {
  const reading = await readDocument(services, { source, actor });
  if (!reading.ok) return reading;
  const { plan } = reading.value;
  if (plan === null) return { ok: false, refusal: { kind: "invalid", because: "not-a-plan", facts: {} } };
  return services.savePlan({ plan, source, message, planId, actor });
}
