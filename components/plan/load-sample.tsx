"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ProblemLine } from "@/components/ui/problem-line";
import { useAction } from "@/components/ui/use-action";
import { loadSampleAction } from "@/lib/actions/load-sample-action";

/** One click to a plan to look at. */
export function LoadSample() {
  const t = useTranslations("plans.list");
  const router = useRouter();
  const { busy, problem, run } = useAction(null);
  return (
    <>
      <Button busy={busy} onClick={() => void run(loadSampleAction, ({ planId }) => router.push(`/plans/${planId}`))}>
        {busy ? t("loading") : t("sample")}
      </Button>
      <ProblemLine problem={problem} />
    </>
  );
}
