import type { Lane } from "@/lib/ports/release-store";
import { DISPLAY_COOKIE, readDisplayCookie } from "../display-cookie";
import { displayLinkFor, type SignedInViewer, viewerFromBearer, viewerFromCookies } from "../viewer";

/** A person who asks: by the session's cookie, or with a token. A request that carries a token is judged by it alone. */
export function findCaller(headers: Headers, lane: Lane = "ordinary"): Promise<SignedInViewer | null> {
  const authorization = headers.get("authorization");
  return authorization === null
    ? viewerFromCookies(headers.get("cookie"), { lane })
    : viewerFromBearer(authorization, lane);
}

function cookieValue(headers: Headers, name: string): string | undefined {
  const pair = headers
    .get("cookie")
    ?.split(/;\s*/)
    .find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

/** Whether the request holds a display link of this very release. */
export async function holdsDisplayLink(headers: Headers, releaseId: string): Promise<boolean> {
  const kept = readDisplayCookie(cookieValue(headers, DISPLAY_COOKIE), releaseId);
  for (const token of [headers.get("x-display-token"), kept]) {
    if (token === null || token === undefined) continue;
    const link = await displayLinkFor(token);
    if (link?.releaseId === releaseId) return true;
  }
  return false;
}
