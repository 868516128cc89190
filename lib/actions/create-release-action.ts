"use server";

import { z } from "zod";
import type { ActionAnswer } from "@/lib/contracts/action-answer";
import { NewRelease } from "@/lib/contracts/releases";
import { asViewer } from "@/lib/server/as-viewer";
import { services } from "@/lib/server/composition";

const Wish = NewRelease.extend({ startsAt: z.int().min(0).optional() });

/** Creates a release of one plan version, live or as a rehearsal. */
export async function createReleaseAction(wish: z.input<typeof Wish>): Promise<ActionAnswer<{ releaseId: string }>> {
  const asked = Wish.parse(wish);
  return asViewer((actor) => services().createRelease({ ...asked, actor }));
}
