import type { Answer } from "@/lib/contracts/answer";
import type { Actor } from "@/lib/domain/release/actor";
import type { Instant } from "@/lib/domain/release/time";
import type { SignedIn, TokenRecord } from "@/lib/ports/keys";
import type { PeoplePorts } from "./people-ports";
import { refuse } from "./refusals";

const DAY_MS = 86_400_000;

/** Makes an API token that acts as whoever makes it: nobody gets to act in another's name, an administrator neither. */
export async function createToken(
  { tokens, people, secrets, now }: PeoplePorts,
  { actor, name, validDays }: { actor: Actor; name: string; validDays: number },
): Promise<Answer<{ tokenId: string; secret: string; expiresAt: Instant }>> {
  if (actor.kind === "system") return refuse("forbidden", "needs-person");
  const found = await people.find(actor.person);
  if (found === null || found.disabled) return refuse("unknown_id", "person-unknown");
  const { secret, hash } = secrets.mint("hp_");
  const id = secrets.id();
  const expiresAt = (await now()) + validDays * DAY_MS;
  await tokens.add({ id, hash, name, person: actor.person, expiresAt });
  return { ok: true, value: { tokenId: id, secret, expiresAt } };
}

/** An administrator sees everybody's, others their own. */
export async function listTokens({ tokens }: PeoplePorts, { actor }: { actor: Actor }): Promise<TokenRecord[]> {
  if (actor.kind === "system") return [];
  return tokens.list(actor.permissions.includes("administrator") ? null : actor.person);
}

export async function revokeToken(
  { tokens }: PeoplePorts,
  { actor, tokenId }: { actor: Actor; tokenId: string },
): Promise<Answer<null>> {
  if (actor.kind === "system") return refuse("forbidden", "needs-person");
  const outcome = await tokens.revoke(tokenId, actor.permissions.includes("administrator") ? null : actor.person);
  return outcome === "done" ? { ok: true, value: null } : refuse("unknown_id", "token-unknown");
}

/** Who acts with this token; null when it is unknown, over, revoked, or its person may not sign in. */
export function findTokenHolder(
  { tokens, secrets }: Pick<PeoplePorts, "tokens" | "secrets">,
  secret: string,
): Promise<SignedIn | null> {
  return tokens.use(secrets.hash(secret));
}
