import type { Viewer } from "@/lib/contracts/live";
import { DISPLAY_COOKIE, displayTokenOf } from "../display-cookie";

/** Who is at the other end of a socket, and with what he came in. */
export type Visitor =
  | { kind: "person"; viewer: NonNullable<Viewer>; cookie: string }
  | { kind: "display"; releaseId: string; name: string; token: string };

/** How sockets learn who may look. */
export type LiveAccess = {
  viewerFromCookies: (cookie: string | undefined) => Promise<Viewer>;
  displayLinkFor: (token: string) => Promise<{ releaseId: string; name: string } | null>;
};

export type Ticket = { cookie: string | undefined; displayToken: string | undefined };

function keptDisplayToken(cookie: string | undefined): string | undefined {
  const pair = cookie?.split(/;\s*/).find((part) => part.startsWith(`${DISPLAY_COOKIE}=`));
  return displayTokenOf(pair?.slice(DISPLAY_COOKIE.length + 1));
}

async function admitDisplay(access: LiveAccess, token: string | undefined): Promise<Visitor | null> {
  const link = token === undefined ? null : await access.displayLinkFor(token);
  if (link === null || token === undefined) return null;
  return { kind: "display", releaseId: link.releaseId, name: link.name, token };
}

/**
 * Who comes with this ticket now; null when it opens nothing (any more). A display link that is shown counts before the cookies, one
 * that the browser keeps after the session.
 */
export async function admit(access: LiveAccess, { cookie, displayToken }: Ticket): Promise<Visitor | null> {
  if (displayToken !== undefined) return admitDisplay(access, displayToken);
  const viewer = await access.viewerFromCookies(cookie);
  if (viewer !== null && cookie !== undefined) return { kind: "person", viewer, cookie };
  return admitDisplay(access, keptDisplayToken(cookie));
}

export function ticketOf(visitor: Visitor): Ticket {
  return visitor.kind === "display"
    ? { cookie: undefined, displayToken: visitor.token }
    : { cookie: visitor.cookie, displayToken: undefined };
}

/** Sockets with one ticket stand and fall together. */
export function ticketKey(visitor: Visitor): string {
  return visitor.kind === "display" ? `display ${visitor.token}` : `person ${visitor.cookie}`;
}

/** Whose sockets are counted together. */
export function holderKey(visitor: Visitor): string {
  return visitor.kind === "display" ? `display ${visitor.token}` : `person ${visitor.viewer.person}`;
}

export function mayLookAt(visitor: Visitor, releaseId: string): boolean {
  return visitor.kind === "person" || visitor.releaseId === releaseId;
}
