"use server";

import type { ActionAnswer } from "@/lib/contracts/action-answer";
import { ApproverWish } from "@/lib/contracts/plan-acts";
import { asViewer } from "@/lib/server/as-viewer";
import { services } from "@/lib/server/composition";

/** Says who holds an approving role of a plan. */
export async function assignApproverAction(wish: ApproverWish): Promise<ActionAnswer<null>> {
  const asked = ApproverWish.parse(wish);
  return asViewer((actor) => services().assignApprover({ ...asked, actor }));
}
