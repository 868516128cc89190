"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CommandButton } from "@/components/ui/release/command-button";
import { EvidenceDialog } from "@/components/ui/release/later-evidence";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { RunStep } from "@/components/ui/runner/later-runner";
import type { Binding } from "@/lib/domain/plan/binding";
import type { Stage, Step } from "@/lib/domain/plan/plan";
import { standingJob } from "@/lib/domain/release/job";
import type { StepStatus } from "@/lib/domain/release/state";
import { useRelease } from "@/lib/queries/release/use-release";

type Props = { stage: Stage; step: Step; status: StepStatus };
type ActsProps = Props & { binding: Binding | null };

/** What can be done with a step now. What the rules refuse is not offered, but for the next act, which says why. */
export function StepActs({ stage, step, status, binding }: ActsProps) {
  const t = useTranslations("console.step");
  const jobs = useTranslations("jobs");
  const { state } = useRelease();
  const of = { step: step.id, stage: stage.id };
  const goesOn = ["running", "held"].includes(state.status) && state.stages[stage.id]?.status === "running";
  const isLeftToRunner = standingJob(state, { kind: "step", ...of }) !== null;
  // Where a runner can do it, the plain way is the other one, and says why not only once.
  const byHand = binding === null ? {} : { tone: "quiet" as const, refused: "hide" as const };
  if (!goesOn || status === "done" || status === "skipped") return <span />;
  return (
    <div className="flex max-w-[300px] flex-wrap items-start justify-end gap-2">
      {binding !== null && (status === "pending" || status === "failed") ? (
        <RunStep {...{ stage, step, binding }} again={status === "failed"} />
      ) : null}
      {status === "pending" ? (
        <CommandButton command={{ type: "step.start", ...of }} {...byHand}>
          {binding === null ? t("start") : jobs("byHand")}
        </CommandButton>
      ) : null}
      {status === "failed" ? (
        <CommandButton command={{ type: "step.retry", ...of }} tone="primary" {...byHand}>
          {binding === null ? t("retry") : jobs("byHand")}
        </CommandButton>
      ) : null}
      {status === "running" && !isLeftToRunner ? <Finish {...{ stage, step, status }} /> : null}
      {status === "unknown" ? <Resolve {...{ stage, step, status }} /> : null}
      {status === "pending" || status === "failed" ? (
        <ReasonButton
          tone="quiet"
          command={(reason) => ({ type: "step.skip", ...of, reason })}
          title={t("skipTitle", { step: step.name })}
          explain={t("skipExplain")}
          label={t("skip")}
        />
      ) : null}
    </div>
  );
}

function Finish({ stage, step }: Props) {
  const t = useTranslations("console.step");
  const [proving, setProving] = useState(false);
  const of = { step: step.id, stage: stage.id };
  return (
    <>
      <CommandButton command={{ type: "step.complete", ...of }} tone="primary">
        {t("complete")}
      </CommandButton>
      <Button tone="quiet" onClick={() => setProving(true)}>
        {t("withEvidence")}
      </Button>
      <ReasonButton
        tone="quiet"
        command={(reason) => ({ type: "step.fail", ...of, reason })}
        title={t("failTitle", { step: step.name })}
        explain={t("failExplain")}
        label={t("fail")}
      />
      <EvidenceDialog
        open={proving}
        onOpenChange={setProving}
        title={t("completeTitle", { step: step.name })}
        label={t("complete")}
        command={(evidence) => ({ type: "step.complete", ...of, evidence })}
      />
    </>
  );
}

function Resolve({ stage, step }: Props) {
  const t = useTranslations("console.step");
  const of = { step: step.id, stage: stage.id };
  return (["done", "failed"] as const).map((outcome) => (
    <ReasonButton
      key={outcome}
      refused="say"
      command={(reason) => ({ type: "step.resolve", ...of, outcome, reason })}
      title={t("resolveTitle", { step: step.name })}
      explain={t("resolveExplain")}
      label={t(`resolve.${outcome}`)}
    />
  ));
}
