import type { ActionAnswer } from "@/lib/contracts/action-answer";
import type { Answer } from "@/lib/contracts/answer";
import type { Actor } from "@/lib/domain/release/actor";
import { rateLimits } from "./http/limits";
import { actorOf, getViewer } from "./session";

/** Runs one verb as whoever is signed in; nothing runs without a session. */
export async function asViewer<Value>(verb: (actor: Actor) => Promise<Answer<Value>>): Promise<ActionAnswer<Value>> {
  const viewer = await getViewer();
  if (viewer === null) return { outcome: "unauthenticated" };
  const answer = await verb(actorOf(viewer));
  return answer.ok ? { outcome: "done", value: answer.value } : { outcome: "refused", refusal: answer.refusal };
}

/** The same for what is dear: a document may be read and kept only so often in a minute, by page as by API (SR-10). */
export async function asImporter<Value>(verb: (actor: Actor) => Promise<Answer<Value>>): Promise<ActionAnswer<Value>> {
  return asViewer(async (actor) => {
    const allowance = await rateLimits().imports.take(actor.kind === "person" ? actor.person : "system");
    if (allowance.allowed) return verb(actor);
    const facts = { seconds: Math.max(1, Math.ceil(allowance.retryAfterMs / 1000)) };
    return { ok: false, refusal: { kind: "rate_limited", because: "too-many-readings", facts } };
  });
}
