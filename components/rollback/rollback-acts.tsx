"use client";

import { useTranslations } from "next-intl";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { useAvailability } from "@/lib/queries/command/use-availability";
import { useRelease } from "@/lib/queries/release/use-release";

/** Where a step cannot be done: declaring the rollback done with the failures named. The plain way stands in the bar. */
export function RollbackActs() {
  const t = useTranslations("console.rollback");
  const { state } = useRelease();
  const refusal = useAvailability({ type: "rollback.complete" });
  if (state.status !== "rolling_back" || refusal === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-2.5 pt-3">
      <ReasonButton
        command={(failures) => ({ type: "rollback.complete", failures })}
        title={t("completeTitle")}
        explain={t("completeExplain")}
        field={{ label: t("failures"), hint: t("failuresHint") }}
        label={t("completeWithFailures")}
      />
    </div>
  );
}
