import type { Answer } from "@/lib/contracts/answer";
import type { Actor, Permission } from "@/lib/domain/release/actor";
import type { Instant } from "@/lib/domain/release/time";
import type { PeoplePorts } from "./people-ports";
import { mayNot, refuse } from "./refusals";

const HOUR_MS = 3_600_000;

type Invitation = {
  actor: Actor;
  name: string;
  email: string | null;
  permissions: Permission[];
  planContact: string | null;
  /** Hours the link is good for. */
  validHours: number;
};

/** Makes a link for one person; the secret in it is shown this once. */
export async function invitePerson(
  { invites, secrets, now }: PeoplePorts,
  { actor, validHours, ...invite }: Invitation,
): Promise<Answer<{ inviteId: string; secret: string; expiresAt: Instant }>> {
  const refused = mayNot(actor, "administrator");
  if (refused !== null) return refused;
  if (actor.kind === "system") return refuse("forbidden", "needs-person");
  const { secret, hash } = secrets.mint("");
  const id = secrets.id();
  const expiresAt = (await now()) + validHours * HOUR_MS;
  await invites.add({ ...invite, id, hash, invitedBy: actor.person, expiresAt });
  return { ok: true, value: { inviteId: id, secret, expiresAt } };
}
