"use server";

import type { Answer } from "@/lib/contracts/answer";
import { NewDisplayLink } from "@/lib/contracts/people";
import { id } from "@/lib/contracts/text";
import { people } from "@/lib/server/people-composition";
import { actorOf, requireViewer } from "@/lib/server/session";

export type DisplayLinkView = { id: string; name: string; expiresAt: number | null };

const NIGHT_HOURS = 24;

/** A link that opens the wall of one release for a night; its secret is shown this once. */
export async function createDisplayLinkAction(wanted: {
  releaseId: string;
  name: string;
}): Promise<Answer<{ path: string; code: string; codeExpiresAt: number }>> {
  const actor = actorOf(await requireViewer());
  const releaseId = id.parse(wanted.releaseId);
  const link = NewDisplayLink.parse({ name: wanted.name, validHours: NIGHT_HOURS });
  const answer = await people().createDisplayLink({ actor, releaseId, ...link });
  if (!answer.ok) return answer;
  const { secret, code, codeExpiresAt } = answer.value;
  return { ok: true, value: { path: `/wall/${releaseId}?display=${encodeURIComponent(secret)}`, code, codeExpiresAt } };
}

/** The links that still open this release's wall. */
export async function listDisplayLinksAction(releaseId: string): Promise<Answer<DisplayLinkView[]>> {
  const actor = actorOf(await requireViewer());
  const answer = await people().listDisplayLinks({ actor, releaseId: id.parse(releaseId) });
  if (!answer.ok) return answer;
  const standing = answer.value.filter(({ revokedAt }) => revokedAt === null);
  return { ok: true, value: standing.map(({ id: link, name, expiresAt }) => ({ id: link, name, expiresAt })) };
}

export async function revokeDisplayLinkAction(named: {
  releaseId: string;
  displayLinkId: string;
}): Promise<Answer<null>> {
  const actor = actorOf(await requireViewer());
  const releaseId = id.parse(named.releaseId);
  return people().revokeDisplayLink({ actor, releaseId, displayLinkId: id.parse(named.displayLinkId) });
}
