"use client";

import { useTranslations } from "next-intl";
import { CommandButton } from "@/components/ui/release/command-button";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { JobLine, RunStep } from "@/components/ui/runner/later-runner";
import type { Stage, Step } from "@/lib/domain/plan/plan";
import { indexOf } from "@/lib/domain/plan/plan-index";
import { currentStage } from "@/lib/domain/release/current";
import { bindingFor, standingJob } from "@/lib/domain/release/job";
import type { Waiting } from "@/lib/domain/release/waiting";
import { useRelease } from "@/lib/queries/release/use-release";

/** Starting the release, moving a stage on, marking a step. */
export function WorkActs({ waiting }: { waiting: Waiting }) {
  const t = useTranslations("console");
  const { plan, state } = useRelease();
  if (waiting.kind === "start") {
    return (
      <CommandButton tone="primary" command={{ type: "release.start", expectedSeq: state.seq }}>
        {t("next.start")}
      </CommandButton>
    );
  }
  if (waiting.kind === "stage") {
    const stage = plan.stages.find((one) => one.id === waiting.id);
    return stage === undefined ? null : <StageAct stage={stage} />;
  }
  const stage = currentStage(plan, state);
  const step = plan.stepGroups.flatMap((group) => group.steps).find((one) => one.id === waiting.id);
  return stage === null || step === undefined ? null : <StepAct stage={stage} step={step} />;
}

function StageAct({ stage }: { stage: Stage }) {
  const t = useTranslations("console.stage");
  const { state } = useRelease();
  const status = state.stages[stage.id]?.status ?? "pending";
  const type = status === "running" ? "stage.complete" : status === "pending" ? "stage.start" : "stage.retry";
  const label = status === "running" ? "complete" : status === "pending" ? "start" : "retry";
  return (
    <CommandButton tone="primary" command={{ type, stage: stage.id, expectedSeq: state.seq }}>
      {t(label)}
    </CommandButton>
  );
}

/** A step that a runner can do: it is run from here too, and shows how its run stands. */
function StepAct({ stage, step }: { stage: Stage; step: Step }) {
  const { plan, state } = useRelease();
  const purpose = { kind: "step" as const, stage: stage.id, step: step.id };
  const binding = bindingFor(indexOf(plan), purpose);
  const status = state.stages[stage.id]?.steps[step.id]?.status ?? "pending";
  if (binding === null) return <StepByHand stage={stage} step={step} />;
  const isIdle = status === "pending" || status === "failed";
  return (
    <>
      <div className="w-full empty:hidden">
        <JobLine purpose={purpose} />
      </div>
      {isIdle ? <RunStep {...{ stage, step, binding }} again={status === "failed"} /> : null}
      {standingJob(state, purpose) === null ? <StepByHand stage={stage} step={step} /> : null}
    </>
  );
}

function StepByHand({ stage, step }: { stage: Stage; step: Step }) {
  const t = useTranslations("console.step");
  const { plan, state } = useRelease();
  const jobs = useTranslations("jobs");
  const status = state.stages[stage.id]?.steps[step.id]?.status ?? "pending";
  const of = { step: step.id, stage: stage.id };
  if (bindingFor(indexOf(plan), { kind: "step", ...of }) !== null && (status === "pending" || status === "failed")) {
    const type = status === "pending" ? "step.start" : "step.retry";
    return (
      <CommandButton tone="quiet" refused="hide" command={{ type, ...of }}>
        {jobs("byHand")}
      </CommandButton>
    );
  }
  if (status === "pending") {
    return <CommandButton command={{ type: "step.start", ...of }}>{t("start")}</CommandButton>;
  }
  if (status === "failed") {
    return <CommandButton command={{ type: "step.retry", ...of }}>{t("retry")}</CommandButton>;
  }
  if (status === "unknown") {
    return (["done", "failed"] as const).map((outcome) => (
      <ReasonButton
        key={outcome}
        command={(reason) => ({ type: "step.resolve", ...of, outcome, reason })}
        title={t("resolveTitle", { step: step.name })}
        explain={t("resolveExplain")}
        label={t(`resolve.${outcome}`)}
      />
    ));
  }
  if (status !== "running") return null;
  return (
    <>
      <CommandButton tone="primary" command={{ type: "step.complete", ...of }}>
        {t("complete")}
      </CommandButton>
      <ReasonButton
        command={(reason) => ({ type: "step.fail", ...of, reason })}
        title={t("failTitle", { step: step.name })}
        explain={t("failExplain")}
        label={t("fail")}
      />
    </>
  );
}
