import type { ActionAnswer } from "@/lib/contracts/action-answer";
import type { Answer } from "@/lib/contracts/answer";
import type { Actor } from "@/lib/domain/release/actor";
import { actorOf, getViewer } from "./session";

/** Runs one verb as whoever is signed in; nothing runs without a session. */
export async function asViewer<Value>(verb: (actor: Actor) => Promise<Answer<Value>>): Promise<ActionAnswer<Value>> {
  const viewer = await getViewer();
  if (viewer === null) return { outcome: "unauthenticated" };
  const answer = await verb(actorOf(viewer));
  return answer.ok ? { outcome: "done", value: answer.value } : { outcome: "refused", refusal: answer.refusal };
}
