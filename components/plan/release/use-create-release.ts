"use client";

import { useRouter } from "next/navigation";
import { useActKey } from "@/components/ui/use-act-key";
import { useAction } from "@/components/ui/use-action";
import { createReleaseAction } from "@/lib/actions/create-release-action";
import type { ReleaseWish } from "@/lib/contracts/plan-acts";
import type { Plan } from "@/lib/domain/plan/plan";

/** Creates the wished release, once however often it is pressed, and goes there. */
export function useCreateRelease(plan: Plan) {
  const router = useRouter();
  const { busy, problem, run } = useAction(plan);
  const keyOf = useActKey();
  const create = (wish: ReleaseWish) =>
    void run(
      () => createReleaseAction(wish, keyOf(wish)),
      ({ releaseId }) => router.push(`/releases/${releaseId}`),
    );
  return { busy, problem, create };
}
