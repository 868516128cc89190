import type { Viewer } from "@/lib/contracts/live";
import type { Actor } from "@/lib/domain/release/actor";
import type { Lane } from "@/lib/ports/release-store";
import { findTokenHolder } from "@/lib/services/people/tokens";
import { people } from "./people-composition";

export type SignedInViewer = NonNullable<Viewer>;

/** Who a Cookie header belongs to. Without Next, for the socket's handshake and the routes alike. */
export async function viewerFromCookies(
  cookieHeader: string | null | undefined,
  { lane = "ordinary", touch = true }: { lane?: Lane; touch?: boolean } = {},
): Promise<Viewer> {
  const session = await sessionFromCookies(cookieHeader, { lane, touch });
  if (session === null) return null;
  const { person, name, permissions } = session;
  return { person, name, permissions };
}

/** The same with the session's id, to mark one's own in a list. */
export async function sessionFromCookies(
  cookieHeader: string | null | undefined,
  { lane = "ordinary", touch = true }: { lane?: Lane; touch?: boolean } = {},
) {
  const { door, keyrings } = people();
  const token = door.readToken(cookieHeader ?? null);
  return token === null ? null : keyrings[lane].sessions.find(token, touch);
}

/** Who acts with `Authorization: Bearer …`; null when the header is no good. */
export async function viewerFromBearer(authorization: string | null, lane: Lane = "ordinary"): Promise<Viewer> {
  const secret = /^Bearer +([\w-]{20,200})$/i.exec(authorization ?? "")?.[1];
  return secret === undefined ? null : findTokenHolder(people().keyrings[lane], secret);
}

/** The release that a display link opens; null when the link is unknown, over or revoked. */
export function displayLinkFor(token: string): Promise<{ id: string; name: string; releaseId: string } | null> {
  return token.length < 20 || token.length > 200 ? Promise.resolve(null) : people().findDisplayLink(token);
}

/** The viewer as the one who acts. */
export function actorOf({ person, name, permissions }: SignedInViewer): Actor {
  return { kind: "person", person, name, permissions };
}
