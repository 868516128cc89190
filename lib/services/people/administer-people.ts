import type { Answer } from "@/lib/contracts/answer";
import type { Actor, Permission, PersonId } from "@/lib/domain/release/actor";
import type { InviteRecord, PersonRecord } from "@/lib/ports/people";
import type { PeoplePorts } from "./people-ports";
import { mayNot, refuse } from "./refusals";

function told(outcome: "done" | "unknown" | "last"): Answer<null> {
  if (outcome === "done") return { ok: true, value: null };
  return outcome === "last" ? refuse("not_allowed_now", "last-administrator") : refuse("unknown_id", "person-unknown");
}

/** Everybody with an account: whoever assigns roles needs the names, so every signed-in person may read them. */
export async function listPeople({ people }: PeoplePorts): Promise<PersonRecord[]> {
  return people.list();
}

export async function listInvites(
  { invites, now }: PeoplePorts,
  { actor }: { actor: Actor },
): Promise<Answer<InviteRecord[]>> {
  return mayNot(actor, "administrator") ?? { ok: true, value: await invites.list(await now()) };
}

export async function revokeInvite(
  { invites, now }: PeoplePorts,
  { actor, inviteId }: { actor: Actor; inviteId: string },
): Promise<Answer<null>> {
  const refused = mayNot(actor, "administrator");
  if (refused !== null) return refused;
  const outcome = await invites.revoke(inviteId, await now());
  return outcome === "done" ? { ok: true, value: null } : refuse("unknown_id", "invite-unknown");
}

export async function setPermissions(
  { people }: PeoplePorts,
  { actor, person, permissions }: { actor: Actor; person: PersonId; permissions: Permission[] },
): Promise<Answer<null>> {
  return mayNot(actor, "administrator") ?? told(await people.setPermissions(person, permissions));
}

export async function disablePerson(
  { people }: PeoplePorts,
  { actor, person }: { actor: Actor; person: PersonId },
): Promise<Answer<null>> {
  return mayNot(actor, "administrator") ?? told(await people.setDisabled(person, true));
}

export async function enablePerson(
  { people }: PeoplePorts,
  { actor, person }: { actor: Actor; person: PersonId },
): Promise<Answer<null>> {
  return mayNot(actor, "administrator") ?? told(await people.setDisabled(person, false));
}

export async function setPlanContact(
  { people }: PeoplePorts,
  { actor, person, planContact }: { actor: Actor; person: PersonId; planContact: string | null },
): Promise<Answer<null>> {
  return mayNot(actor, "administrator") ?? told(await people.setPlanContact(person, planContact));
}
