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

type SaveFormProps = { plan: Plan; source: string; plans: SavedPlanChoice[]; planId: string | null };

/** Keeps what was read: as a new plan, or as the next version of one that is here. */
export function SaveForm({ plan, source, plans, planId }: SaveFormProps) {
  const t = useTranslations("plans.import");
  const router = useRouter();
  const [target, setTarget] = useState(planId ?? "");
  const [message, setMessage] = useState("");
  const { busy, problem, run } = useAction(plan);
  const save = () =>
    run(
      () => savePlanAction({ source, message, planId: target === "" ? undefined : target }),
      (saved) => router.push(`/plans/${saved.planId}?version=${saved.planVersionId}`),
    );
  return (
    <form
      className="grid items-end gap-3 border-y border-line bg-panel px-4 py-3 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Select
        label={t("as")}
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
      <Field
        label={t("message")}
        placeholder={t("messageHint")}
        value={message}
        maxLength={500}
        onChange={(event) => setMessage(event.target.value)}
      />
      <Button type="submit" tone="primary" busy={busy}>
        {busy ? t("saving") : t("save")}
      </Button>
      <div className="sm:col-span-3">
        <ProblemLine problem={problem} />
      </div>
    </form>
  );
}
