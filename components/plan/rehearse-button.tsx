"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ProblemLine } from "@/components/ui/problem-line";
import { useActKey } from "@/components/ui/use-act-key";
import { useAction } from "@/components/ui/use-action";
import { rehearsePlanAction } from "@/lib/actions/rehearse-plan-action";

/** One click to a rehearsal of this version, fast, with every role filled. */
export function RehearseButton({ planVersionId }: { planVersionId: string }) {
  const t = useTranslations("plans");
  const router = useRouter();
  const { busy, problem, run } = useAction(null);
  const keyOf = useActKey();
  return (
    <>
      <Button
        busy={busy}
        onClick={() =>
          void run(
            () => rehearsePlanAction(planVersionId, keyOf(planVersionId)),
            ({ releaseId }) => router.push(`/releases/${releaseId}`),
          )
        }
      >
        {busy ? t("rehearsing") : t("rehearse")}
      </Button>
      <ProblemLine problem={problem} />
    </>
  );
}
