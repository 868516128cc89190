"use server";

import type { ActionAnswer } from "@/lib/contracts/action-answer";
import { IdempotencyKey } from "@/lib/contracts/commands";
import { id } from "@/lib/contracts/text";
import { asViewer } from "@/lib/server/as-viewer";
import { services } from "@/lib/server/composition";
import { people } from "@/lib/server/people-composition";
import { rehearsePlan } from "@/lib/server/rehearse-plan";

/** One click to a rehearsal: fast, with the people that the roster names and with oneself for whom it does not know. */
export async function rehearsePlanAction(
  planVersionId: string,
  actKey: string,
): Promise<ActionAnswer<{ releaseId: string }>> {
  const version = id.parse(planVersionId);
  const key = IdempotencyKey.parse(actKey);
  return asViewer((actor) => rehearsePlan({ services: services(), people: people() }, { version, key, actor }));
}
