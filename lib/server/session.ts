import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Viewer } from "@/lib/contracts/live";
import { DISPLAY_COOKIE, readDisplayCookie } from "./display-cookie";
import { actorOf as actorOfViewer, displayLinkFor, type SignedInViewer, viewerFromCookies } from "./viewer";

/** Who looks at this page; read from the database once per request. */
export const getViewer: () => Promise<Viewer> = cache(async () => viewerFromCookies((await headers()).get("cookie")));

/** Who looks at this page; whoever is not signed in is sent to do so and comes back to `next`. */
export async function requireViewer(next = "/"): Promise<SignedInViewer> {
  const viewer = await getViewer();
  if (viewer === null) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  return viewer;
}

export const actorOf = actorOfViewer;

/** The display link that this browser holds for the release, from its cookie or from the address; null when it is no good. */
export async function displayFor(
  releaseId: string,
  fromAddress?: string,
): Promise<{ token: string; name: string } | null> {
  const kept = readDisplayCookie((await cookies()).get(DISPLAY_COOKIE)?.value, releaseId);
  for (const token of [fromAddress, kept]) {
    if (token === undefined) continue;
    const link = await displayLinkFor(token);
    if (link?.releaseId === releaseId) return { token, name: link.name };
  }
  return null;
}
