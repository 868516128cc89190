import type { Answer } from "@/lib/contracts/answer";
import type { Actor } from "@/lib/domain/release/actor";
import type { Instant } from "@/lib/domain/release/time";
import type { DisplayLinkRecord } from "@/lib/ports/keys";
import type { PeoplePorts } from "./people-ports";
import { mayNot, refuse } from "./refusals";

const HOUR_MS = 3_600_000;

type Wanted = { actor: Actor; releaseId: string; name: string; validHours: number | null };

/** Makes a link that opens the wall of one release, to look at only; the secret in it is shown this once. */
export async function createDisplayLink(
  { displayLinks, secrets, now }: PeoplePorts,
  { actor, validHours, ...link }: Wanted,
): Promise<Answer<{ displayLinkId: string; secret: string; expiresAt: Instant | null }>> {
  const refused = mayNot(actor, "administrator", "planner");
  if (refused !== null) return refused;
  if (actor.kind === "system") return refuse("forbidden", "needs-person");
  const { secret, hash } = secrets.mint("");
  const id = secrets.id();
  const expiresAt = validHours === null ? null : (await now()) + validHours * HOUR_MS;
  const outcome = await displayLinks.add({ ...link, id, hash, createdBy: actor.person, expiresAt });
  if (outcome === "unknown") return refuse("unknown_id", "unknown-release");
  return { ok: true, value: { displayLinkId: id, secret, expiresAt } };
}

export async function listDisplayLinks(
  { displayLinks }: PeoplePorts,
  { actor, releaseId }: { actor: Actor; releaseId: string },
): Promise<Answer<DisplayLinkRecord[]>> {
  return mayNot(actor, "administrator", "planner") ?? { ok: true, value: await displayLinks.list(releaseId) };
}

export async function revokeDisplayLink(
  { displayLinks }: PeoplePorts,
  { actor, releaseId, displayLinkId }: { actor: Actor; releaseId: string; displayLinkId: string },
): Promise<Answer<null>> {
  const refused = mayNot(actor, "administrator", "planner");
  if (refused !== null) return refused;
  const outcome = await displayLinks.revoke(displayLinkId, releaseId);
  return outcome === "done" ? { ok: true, value: null } : refuse("unknown_id", "display-link-unknown");
}

/** The link behind a secret, when it is good at this moment. */
export function findDisplayLink(
  { displayLinks, secrets }: PeoplePorts,
  secret: string,
): Promise<{ id: string; name: string; releaseId: string } | null> {
  return displayLinks.find(secrets.hash(secret));
}
