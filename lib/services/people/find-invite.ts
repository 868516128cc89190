import type { InviteRecord } from "@/lib/ports/people";
import type { PeoplePorts } from "./people-ports";

/** What the holder of the link may see before taking it up. */
export async function findInvite({ invites, secrets, now }: PeoplePorts, secret: string): Promise<InviteRecord | null> {
  return invites.find(secrets.hash(secret), await now());
}
