import type { Answer } from "@/lib/contracts/answer";
import type { Actor, PersonId } from "@/lib/domain/release/actor";
import type { SessionRecord } from "@/lib/ports/keys";
import type { PeoplePorts } from "./people-ports";
import { mayNot, refuse } from "./refusals";

/** One's own sessions; an administrator may see another person's. */
export async function listSessions(
  { sessions }: PeoplePorts,
  { actor, person }: { actor: Actor; person: PersonId | null },
): Promise<Answer<SessionRecord[]>> {
  if (actor.kind === "system") return refuse("forbidden", "needs-person");
  const owner = person ?? actor.person;
  const refused = owner === actor.person ? null : mayNot(actor, "administrator");
  return refused ?? { ok: true, value: await sessions.list(owner) };
}

export async function revokeSession(
  { sessions }: PeoplePorts,
  { actor, sessionId }: { actor: Actor; sessionId: string },
): Promise<Answer<null>> {
  if (actor.kind === "system") return refuse("forbidden", "needs-person");
  const outcome = await sessions.revoke(sessionId, actor.permissions.includes("administrator") ? null : actor.person);
  return outcome === "done" ? { ok: true, value: null } : refuse("unknown_id", "session-unknown");
}
