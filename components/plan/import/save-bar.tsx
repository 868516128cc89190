"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { ProblemLine } from "@/components/ui/problem-line";
import { useAction } from "@/components/ui/use-action";
import { savePlanAction } from "@/lib/actions/save-plan-action";
import type { Plan } from "@/lib/domain/plan/plan";

export type SavedPlanChoice = { planId: string; title: string; version: string; versions: number };

type SaveBarProps = {
  source: string;
  plan: Plan | null;
  /** The plan is that of the text as it stands. */
  isCurrent: boolean;
  plans: SavedPlanChoice[];
  planId: string | null;
};

/** Keeps what was read: as a new plan, or as the next version of one that is here. */
export function SaveBar({ source, plan, isCurrent, plans, planId }: SaveBarProps) {
  const t = useTranslations("plans.import");
  const router = useRouter();
  const [target, setTarget] = useState(planId ?? "");
  const [message, setMessage] = useState("");
  const { busy, problem, run } = useAction(plan);
  const refused =
    source.trim() === "" ? t("nothingYet") : isCurrent ? (plan === null ? t("noPlan") : undefined) : t("waiting");
  const save = () =>
    run(
      () => savePlanAction({ source, message, planId: target === "" ? undefined : target }),
      (saved) => router.push(`/plans/${saved.planId}?version=${saved.planVersionId}`),
    );
  return (
    <form
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line-strong bg-panel px-3 py-2 sm:px-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (refused === undefined) void save();
      }}
    >
      <div className="w-64 max-sm:w-full">
        <Select
          label={t("as")}
          labelHidden
          value={target}
          onChange={(event) => setTarget(event.target.value)}
          options={[
            { value: "", label: t("newPlan") },
            ...plans.map((one) => ({
              value: one.planId,
              label: t("newVersion", { title: one.title, version: one.version, number: one.versions + 1 }),
            })),
          ]}
        />
      </div>
      <div className="min-w-40 flex-1">
        <Field
          label={t("message")}
          labelHidden
          placeholder={t("messageHint")}
          value={message}
          maxLength={500}
          onChange={(event) => setMessage(event.target.value)}
        />
      </div>
      <Button type="submit" tone="primary" busy={busy} refused={refused}>
        {busy ? t("saving") : t("save")}
      </Button>
      <ProblemLine problem={problem} />
    </form>
  );
}
