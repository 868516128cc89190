"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Select } from "@/components/ui/field";
import type { Plan } from "@/lib/domain/plan/plan";
import { SaveVersion } from "../save-version";

export type SavedPlanChoice = { planId: string; title: string; version: string; versions: number };

type SaveBarProps = {
  source: string;
  plan: Plan | null;
  /** The plan is that of the text as it stands. */
  isCurrent: boolean;
  /** It is being read. */
  busy: boolean;
  plans: SavedPlanChoice[];
  planId: string | null;
  onSaved: () => void;
};

/** Keeps what was read: as a new plan, or as the next version of one that is here. */
export function SaveBar({ source, plan, isCurrent, busy, plans, planId, onSaved }: SaveBarProps) {
  const t = useTranslations("plans.import");
  const [target, setTarget] = useState(planId ?? "");
  const refusal = () => {
    if (source.trim() === "") return t("nothingYet");
    if (!isCurrent) return t(busy ? "waiting" : "notRead");
    return plan === null ? t("noPlan") : undefined;
  };
  const choice = (
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
  );
  return (
    <SaveVersion
      {...{ source, plan, onSaved }}
      planId={target === "" ? null : target}
      refused={refusal()}
      label={t("save")}
      before={choice}
      className="sm:px-4"
    />
  );
}
