"use server";

import type { ActionAnswer } from "@/lib/contracts/action-answer";
import { AcceptanceWish } from "@/lib/contracts/plan-acts";
import { asViewer } from "@/lib/server/as-viewer";
import { services } from "@/lib/server/composition";

/** A finding of one version may stand, for this reason, in the name of whoever is signed in. */
export async function acceptFindingAction(wish: AcceptanceWish): Promise<ActionAnswer<null>> {
  const asked = AcceptanceWish.parse(wish);
  return asViewer((actor) => services().acceptFinding({ ...asked, actor }));
}
