"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { CommandButton } from "@/components/ui/release/command-button";
import { ConditionList } from "@/components/ui/release/condition-list";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { startConditions } from "@/lib/domain/release/start-conditions";
import { useRelease } from "@/lib/queries/release/use-release";

/** What the start still needs, with who can give it; and the start itself. */
export function StartConditions({ planId }: { planId: string }) {
  const t = useTranslations("console.preparing");
  const { plan, state, approved } = useRelease();
  const conditions = startConditions({ plan, state, approved });
  const open = conditions.filter((condition) => condition.met === "unmet").length;
  const expectedSeq = state.seq;
  return (
    <section aria-label={t("conditions")} className="px-5 pb-4">
      <h2 className="flex items-baseline justify-between gap-4 pb-2 font-bold text-md">
        {t("conditions")}
        <span className="font-normal text-ink-3 text-sm">{open === 0 ? t("ready") : t("open", { count: open })}</span>
      </h2>
      <ConditionList conditions={conditions} />
      {conditions.some((condition) => condition.kind === "approval" && condition.met === "unmet") ? (
        <p className="pt-2">
          <Link className="text-standby underline underline-offset-2" href={`/plans/${planId}`}>
            {t("approve")}
          </Link>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2 pt-4">
        {open === 0 ? (
          <CommandButton command={{ type: "release.start", expectedSeq }} tone="primary" refused="hide">
            {t("start")}
          </CommandButton>
        ) : (
          <ReasonButton
            tone="serious"
            command={(override) => ({ type: "release.start", expectedSeq, override })}
            title={t("overrideTitle", { version: plan.info.version })}
            explain={t("overrideExplain", { count: open })}
            label={t("override")}
            className="max-lg:hidden"
          />
        )}
        <ReasonButton
          tone="quiet"
          command={(reason) => ({ type: "release.cancel", reason })}
          title={t("cancelTitle", { version: plan.info.version })}
          explain={t("cancelExplain")}
          label={t("cancel")}
        />
      </div>
    </section>
  );
}
