"use client";

import { useTranslations } from "next-intl";
import { CommandButton } from "@/components/ui/release/command-button";
import { ReasonButton } from "@/components/ui/release/reason-button";
import type { Waiting } from "@/lib/domain/release/waiting";
import { useRelease } from "@/lib/queries/release/use-release";

/** Steps of the rollback, observation windows, criteria and follow-ups. */
export function AfterActs({ waiting }: { waiting: Waiting }) {
  const t = useTranslations("console");
  const { plan } = useRelease();
  const step = plan.rollback?.steps.find((one) => one.id === waiting.id);
  if (step !== undefined) {
    return (
      <>
        <CommandButton tone="primary" command={{ type: "rollback.step", step: step.id, outcome: "done" }}>
          {t("rollback.stepDone")}
        </CommandButton>
        <ReasonButton
          command={(reason) => ({ type: "rollback.step", step: step.id, outcome: "failed", reason })}
          title={t("rollback.stepTitle.failed", { step: step.name })}
          label={t("rollback.step.failed")}
        />
      </>
    );
  }
  const window = plan.windows.find((one) => one.id === waiting.id);
  if (window !== undefined) {
    return (
      <ReasonButton
        command={(note) => ({ type: "observation.complete", window: window.id, note })}
        title={t("observing.earlyTitle", { window: window.text })}
        field={{ label: t("observing.note"), hint: t("observing.noteHint") }}
        label={t("observing.complete")}
      />
    );
  }
  const criterion = plan.criteria.find((one) => one.id === waiting.id);
  if (criterion !== undefined) {
    return ([true, false] as const).map((met) => (
      <ReasonButton
        key={String(met)}
        command={(evidence) => ({ type: "criterion.judge", criterion: criterion.id, met, evidence })}
        title={criterion.text}
        field={{ label: t("observing.evidence"), hint: t("observing.evidenceHint") }}
        label={met ? t("observing.judgeMet") : t("observing.judgeNotMet")}
      />
    ));
  }
  const followup = plan.followups.find((one) => one.id === waiting.id);
  if (followup === undefined) return null;
  return (
    <ReasonButton
      command={(note) => ({ type: "followup.complete", followup: followup.id, note })}
      title={t("followup.title", { followup: followup.name })}
      field={{ label: t("followup.note"), hint: t("followup.noteHint") }}
      label={t("followup.complete")}
    />
  );
}
