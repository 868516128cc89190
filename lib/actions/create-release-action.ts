"use server";

import type { ActionAnswer } from "@/lib/contracts/action-answer";
import { ReleaseWish } from "@/lib/contracts/plan-acts";
import { asViewer } from "@/lib/server/as-viewer";
import { services } from "@/lib/server/composition";

/** Creates a release of one plan version, live or as a rehearsal. */
export async function createReleaseAction(wish: ReleaseWish): Promise<ActionAnswer<{ releaseId: string }>> {
  const asked = ReleaseWish.parse(wish);
  return asViewer((actor) => services().createRelease({ ...asked, actor }));
}
