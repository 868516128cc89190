import type { Viewer } from "@/lib/contracts/live";

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

/** Who comes with this ticket now; null when it opens nothing (any more). A display link counts before a cookie. */
export async function admit(access: LiveAccess, { cookie, displayToken }: Ticket): Promise<Visitor | null> {
  if (displayToken !== undefined) {
    const link = await access.displayLinkFor(displayToken);
    return link === null ? null : { kind: "display", ...link, token: displayToken };
  }
  const viewer = await access.viewerFromCookies(cookie);
  return viewer === null || cookie === undefined ? null : { kind: "person", viewer, cookie };
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
