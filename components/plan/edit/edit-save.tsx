"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import type { Plan } from "@/lib/domain/plan/plan";
import { SaveVersion } from "../save-version";

type EditSaveProps = {
  planId: string | null;
  plan: Plan;
  /** The document that the edit becomes; null while it is not written yet. */
  source: string | null;
  isChanged: boolean;
  problems: number;
  onSaved: () => void;
};

/** Keeps the edit as the next version, or a copy as a plan of its own. */
export function EditSave({ isChanged, problems, ...saving }: EditSaveProps) {
  const t = useTranslations("plans.edit");
  const words = useTranslations("plans.import");
  const { planId, source } = saving;
  const refusal = () => {
    if (!isChanged) return t("nothingChanged");
    if (problems > 0) return t("problems", { count: problems });
    return source === null ? t("checking") : undefined;
  };
  return (
    <SaveVersion
      {...saving}
      refused={refusal()}
      label={planId === null ? t("saveCopy") : words("save")}
      className="sticky bottom-0 z-10 sm:px-5"
      after={
        <Link href={planId === null ? "/plans" : `/plans/${planId}`} className={buttonClass("quiet")}>
          {t("leave")}
        </Link>
      }
    />
  );
}
