"use client";

import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { EvidenceText } from "@/components/ui/release/evidence-text";
import { roleNames } from "@/components/ui/release/plan-words";
import { StageShape } from "@/components/ui/release/stage-shape";
import { clockSpan, timeOfDay } from "@/components/ui/release/time-text";
import { JobLine } from "@/components/ui/runner/later-runner";
import type { Stage, Step } from "@/lib/domain/plan/plan";
import { indexOf } from "@/lib/domain/plan/plan-index";
import { actorName } from "@/lib/domain/release/describe";
import { bindingFor } from "@/lib/domain/release/job";
import type { StepState } from "@/lib/domain/release/state";
import { useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";
import { StepActs } from "./step-acts";

/** One step: state, who did it when with which proof, its commands byte for byte, and what can be done with it. */
export function StepRow({ stage, step }: { stage: Stage; step: Step }) {
  const { plan, state } = useRelease();
  const purpose = { kind: "step" as const, stage: stage.id, step: step.id };
  const binding = bindingFor(indexOf(plan), purpose);
  const own = state.stages[stage.id]?.steps[step.id];
  const status = own?.status ?? "pending";
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)_auto] gap-x-2 border-line border-b py-[11px]">
      <span className="pt-0.5">
        <StageShape status={status} />
      </span>
      <div className="min-w-0">
        <h3 className="break-words font-bold text-[15px]">{step.name}</h3>
        <p className="text-ink-2">
          <StepWho stage={stage} own={own} />
        </p>
        {binding === null ? null : <JobLine purpose={purpose} />}
      </div>
      <StepActs stage={stage} step={step} status={status} binding={binding} />
      {step.commands === "" ? null : (
        <div className="col-span-2 col-start-2 mt-2 min-w-0">
          <CodeBlock text={step.commands} name={step.name} />
        </div>
      )}
    </li>
  );
}

function StepWho({ stage, own }: { stage: Stage; own: StepState | undefined }) {
  const t = useTranslations("console.step");
  const { plan } = useRelease();
  const zone = plan.timeZone;
  if (own?.ended != null && own.status !== "running") {
    const { by, releaseAt, evidence, reason } = own.ended;
    const took = own.started === null ? "" : ` · ${clockSpan(releaseAt - own.started.releaseAt)}`;
    return (
      <>
        {t(`ended.${own.status}`, { who: actorName(by), time: timeOfDay(releaseAt, zone) })}
        {took}
        {reason === null ? null : ` · ${reason}`}
        {evidence === null ? null : (
          <>
            {` · ${t("evidence")} `}
            <EvidenceText evidence={evidence} />
          </>
        )}
      </>
    );
  }
  // Nobody knows how it ended: who looks is whose it is, and no clock runs.
  if (own?.status === "unknown") return <>{roleNames(plan, stage.owners)}</>;
  if (own?.started != null) return <Running by={actorName(own.started.by)} since={own.started.releaseAt} />;
  return <>{roleNames(plan, stage.owners)}</>;
}

function Running({ by, since }: { by: string; since: number }) {
  const t = useTranslations("console.step");
  const now = useReleaseNow();
  return <>{t("running", { who: by, time: clockSpan(now - since) })}</>;
}
