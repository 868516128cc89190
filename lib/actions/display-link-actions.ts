"use server";

import { z } from "zod";
import type { Answer } from "@/lib/contracts/answer";
import { people } from "@/lib/server/people-composition";
import { actorOf, requireViewer } from "@/lib/server/session";

const Wanted = z.object({ releaseId: z.string().max(100), name: z.string().trim().min(1).max(80) });
const Named = z.object({ releaseId: z.string().max(100), displayLinkId: z.string().max(100) });

export type DisplayLinkView = { id: string; name: string; createdAt: number; expiresAt: number | null };

const NIGHT_HOURS = 24;

/** A link that opens the wall of one release for a night; its secret is shown this once. */
export async function createDisplayLinkAction(wanted: z.infer<typeof Wanted>): Promise<Answer<{ path: string }>> {
  const actor = actorOf(await requireViewer());
  const { releaseId, name } = Wanted.parse(wanted);
  const answer = await people().createDisplayLink({ actor, releaseId, name, validHours: NIGHT_HOURS });
  if (!answer.ok) return answer;
  return { ok: true, value: { path: `/wall/${releaseId}?display=${encodeURIComponent(answer.value.secret)}` } };
}

export async function listDisplayLinksAction(releaseId: string): Promise<Answer<DisplayLinkView[]>> {
  const answer = await people().listDisplayLinks({ actor: actorOf(await requireViewer()), releaseId });
  if (!answer.ok) return answer;
  const standing = answer.value.filter(({ revokedAt }) => revokedAt === null);
  const links = standing.map(({ id, name, createdAt, expiresAt }) => ({ id, name, createdAt, expiresAt }));
  return { ok: true, value: links };
}

export async function revokeDisplayLinkAction(named: z.infer<typeof Named>): Promise<Answer<null>> {
  const actor = actorOf(await requireViewer());
  return people().revokeDisplayLink({ actor, ...Named.parse(named) });
}
