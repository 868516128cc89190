"use server";

import type { ActionAnswer } from "@/lib/contracts/action-answer";
import { IdempotencyKey } from "@/lib/contracts/commands";
import { ReleaseWish } from "@/lib/contracts/plan-acts";
import { asViewer } from "@/lib/server/as-viewer";
import { services } from "@/lib/server/composition";

/** Creates a release of one plan version, live or as a rehearsal, once for a key. */
export async function createReleaseAction(
  wish: ReleaseWish,
  actKey: string,
): Promise<ActionAnswer<{ releaseId: string }>> {
  const asked = ReleaseWish.parse(wish);
  const key = IdempotencyKey.parse(actKey);
  return asViewer((actor) => services().createRelease({ ...asked, key, actor }));
}
