"use client";

import { useTranslations } from "next-intl";
import { ConditionList } from "@/components/ui/release/condition-list";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { closeConditions } from "@/lib/domain/release/end-conditions";
import { useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";

/** What closing still needs; with a reason it may be closed before. */
export function CloseConditions() {
  const t = useTranslations("console.observing");
  const { plan, state } = useRelease();
  const conditions = closeConditions(plan, state, useReleaseNow(1));
  const open = conditions.filter((condition) => condition.met !== "met");
  return (
    <section aria-label={t("toClose")} className="px-5 pb-4">
      <h2 className="flex items-baseline justify-between pb-2 font-bold text-md">
        {t("toClose")}
        <span className="font-normal text-ink-3 text-sm">
          {conditions.length - open.length} / {conditions.length}
        </span>
      </h2>
      <ConditionList conditions={open} />
      {open.length === 0 ? (
        <p className="text-ink-2">{t("allMet")}</p>
      ) : (
        <div className="pt-4">
          <ReasonButton
            command={(reason) => ({ type: "release.close", reason })}
            title={t("closeTitle", { version: plan.info.version })}
            explain={t("closeExplain", { count: open.length })}
            label={t("closeEarly")}
          />
        </div>
      )}
    </section>
  );
}
