"use client";

import { useTranslations } from "next-intl";
import { CommandButton } from "@/components/ui/release/command-button";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { useAvailability } from "@/lib/queries/command/use-availability";
import { useRelease } from "@/lib/queries/release/use-release";

/** Declaring the rollback done: plainly when every step is, else with the failures named. */
export function RollbackActs() {
  const t = useTranslations("console.rollback");
  const { state } = useRelease();
  const refusal = useAvailability({ type: "rollback.complete" });
  if (state.status !== "rolling_back") return null;
  return (
    <div className="flex flex-wrap items-center gap-2.5 pt-3">
      <CommandButton command={{ type: "rollback.complete" }} tone="primary">
        {t("complete")}
      </CommandButton>
      {refusal === null ? null : (
        <ReasonButton
          command={(failures) => ({ type: "rollback.complete", failures })}
          title={t("completeTitle")}
          explain={t("completeExplain")}
          field={{ label: t("failures"), hint: t("failuresHint") }}
          label={t("completeWithFailures")}
        />
      )}
    </div>
  );
}
