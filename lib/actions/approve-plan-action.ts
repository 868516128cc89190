"use server";

import { z } from "zod";
import type { ActionAnswer } from "@/lib/contracts/action-answer";
import { id, PLAN_IDS } from "@/lib/contracts/text";
import { asViewer } from "@/lib/server/as-viewer";
import { services } from "@/lib/server/composition";

const Wish = z.object({ planVersionId: id, role: PLAN_IDS.role });

/** The signature of the person who holds an approving role, under one version. */
export async function approvePlanAction(wish: z.input<typeof Wish>): Promise<ActionAnswer<null>> {
  const asked = Wish.parse(wish);
  return asViewer((actor) => services().approvePlan({ ...asked, actor }));
}
