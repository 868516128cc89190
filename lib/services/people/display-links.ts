import type { Answer } from "@/lib/contracts/answer";
import type { Actor } from "@/lib/domain/release/actor";
import type { Instant } from "@/lib/domain/release/time";
import type { DisplayLinkRecord } from "@/lib/ports/keys";
import type { PeoplePorts } from "./people-ports";
import { mayNot, refuse } from "./refusals";

const HOUR_MS = 3_600_000;
const CODE_MS = 600_000;
/** A million codes for a handful of displays that wait at a time: a second draw is rare, a fifth does not happen. */
const DRAWS = 5;

type Wanted = { actor: Actor; releaseId: string; name: string; validHours: number | null };

type Made = {
  displayLinkId: string;
  secret: string;
  expiresAt: Instant | null;
  /** Six digits for a display without a camera or keyboard. */
  code: string;
  codeExpiresAt: Instant;
};

/** Makes a link that opens the wall of one release, to look at only; the secret and the code in it are shown this once. */
export async function createDisplayLink(
  { displayLinks, secrets, now }: PeoplePorts,
  { actor, validHours, ...link }: Wanted,
): Promise<Answer<Made>> {
  const refused = mayNot(actor, "administrator", "planner");
  if (refused !== null) return refused;
  if (actor.kind === "system") return refuse("forbidden", "needs-person");
  const { secret, hash } = secrets.mint("");
  const id = secrets.id();
  const at = await now();
  const expiresAt = validHours === null ? null : at + validHours * HOUR_MS;
  const codeExpiresAt = at + CODE_MS;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const code = secrets.digits();
    const hashed = { hash: hashOfCode(secrets, code), expiresAt: codeExpiresAt };
    const outcome = await displayLinks.add({ ...link, id, hash, createdBy: actor.person, expiresAt, code: hashed });
    if (outcome === "unknown") return refuse("unknown_id", "unknown-release");
    if (outcome === "done") return { ok: true, value: { displayLinkId: id, secret, expiresAt, code, codeExpiresAt } };
  }
  throw new Error("No code was free for a display.");
}

function hashOfCode(secrets: PeoplePorts["secrets"], code: string): string {
  return secrets.hash(`display code ${code}`);
}

/** Gives a display the secret that opens its wall, for the six digits that somebody read out; once. */
export async function openDisplay(
  { displayLinks, secrets }: PeoplePorts,
  { code }: { code: string },
): Promise<Answer<{ releaseId: string; secret: string }>> {
  const { secret, hash } = secrets.mint("");
  const paired = await displayLinks.pair(hashOfCode(secrets, code), hash);
  return paired === null
    ? refuse("unknown_id", "display-code-unknown")
    : { ok: true, value: { releaseId: paired.releaseId, secret } };
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
