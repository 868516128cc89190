"use server";

import type { ActionAnswer } from "@/lib/contracts/action-answer";
import { ApprovalWish } from "@/lib/contracts/plan-acts";
import { asViewer } from "@/lib/server/as-viewer";
import { services } from "@/lib/server/composition";

/** The signature of the person who holds an approving role, under one version. */
export async function approvePlanAction(wish: ApprovalWish): Promise<ActionAnswer<null>> {
  const asked = ApprovalWish.parse(wish);
  return asViewer((actor) => services().approvePlan({ ...asked, actor }));
}
