import type { Answer } from "@/lib/contracts/answer";
import type { PersonId } from "@/lib/domain/release/actor";
import type { PeoplePorts } from "./people-ports";
import { type Credentials, preparePerson } from "./prepare-person";
import { refuse } from "./refusals";

/** Whoever holds the link chooses user name and password; the link is spent with it. */
export async function acceptInvite(
  ports: PeoplePorts,
  { secret, ...credentials }: Credentials & { secret: string },
): Promise<Answer<{ person: PersonId; name: string }>> {
  const hash = ports.secrets.hash(secret);
  const now = await ports.now();
  const invite = await ports.invites.find(hash, now);
  if (invite === null) return refuse("unknown_id", "invite-unknown");
  if (invite.state !== "open") return refuse("not_allowed_now", `invite-${invite.state}`);
  const { name, email, permissions, planContact } = invite;
  const prepared = await preparePerson(ports, { ...credentials, name, email, permissions, planContact });
  if (!prepared.ok) return prepared;
  switch (await ports.invites.accept(hash, prepared.person, now)) {
    case "done":
      return { ok: true, value: { person: prepared.person.id, name } };
    case "taken":
      return refuse("already", "username-taken");
    case "unknown":
      return refuse("not_allowed_now", "invite-used");
  }
}
