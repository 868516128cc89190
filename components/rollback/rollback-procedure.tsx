"use client";

import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { CommandButton } from "@/components/ui/release/command-button";
import { roleNames } from "@/components/ui/release/plan-words";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { ToneShape } from "@/components/ui/release/stage-shape";
import { timeOfDay } from "@/components/ui/release/time-text";
import { JobLine } from "@/components/ui/runner/later-runner";
import type { StateTone } from "@/components/ui/state-mark";
import type { RollbackStep } from "@/lib/domain/plan/plan";
import { indexOf } from "@/lib/domain/plan/plan-index";
import { actorName } from "@/lib/domain/release/describe";
import { bindingFor, standingJob } from "@/lib/domain/release/job";
import type { RollbackStepState } from "@/lib/domain/release/state";
import { useRelease } from "@/lib/queries/release/use-release";

const TONES: Record<RollbackStepState["outcome"], StateTone> = { done: "done", failed: "failed", skipped: "skipped" };

/** The procedure back, step by step, with its commands; while it runs, each step is marked. */
export function RollbackProcedure() {
  const t = useTranslations("console.rollback");
  const { plan } = useRelease();
  if (plan.rollback === null || plan.rollback.steps.length === 0) {
    return <p className="py-6 text-ink-2">{t("noProcedure")}</p>;
  }
  return (
    <ol>
      {plan.rollback.steps.map((step) => (
        <RollbackStepRow key={step.id} step={step} />
      ))}
    </ol>
  );
}

function RollbackStepRow({ step }: { step: RollbackStep }) {
  const t = useTranslations("console.rollback");
  const { plan, state } = useRelease();
  const own = state.rollback.steps[step.id];
  const purpose = { kind: "rollback_step" as const, step: step.id };
  const isBound = bindingFor(indexOf(plan), purpose) !== null;
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)_auto] gap-x-2 border-line border-b py-[11px] max-sm:grid-cols-[24px_minmax(0,1fr)]">
      <span className="pt-0.5">
        <ToneShape tone={own === undefined ? "waiting" : TONES[own.outcome]} />
      </span>
      <div className="min-w-0">
        <h3 className="break-words font-bold text-md">{step.name}</h3>
        <p className="text-ink-2">
          {own === undefined
            ? roleNames(plan, step.owners)
            : t(`outcome.${own.outcome}`, {
                who: actorName(own.mark.by),
                time: timeOfDay(own.mark.releaseAt, plan.timeZone),
              })}
          {own?.reason == null ? "" : ` · ${own.reason}`}
        </p>
        {isBound ? <JobLine purpose={purpose} /> : null}
      </div>
      {state.status === "rolling_back" ? <RollbackStepActs step={step} own={own} isBound={isBound} /> : <span />}
      {step.commands === "" ? null : (
        <div className="col-span-2 col-start-2 mt-2 min-w-0 max-sm:col-span-1">
          <CodeBlock text={step.commands} name={step.name} />
        </div>
      )}
    </li>
  );
}

type ActsProps = { step: RollbackStep; own: RollbackStepState | undefined; isBound: boolean };

function RollbackStepActs({ step, own, isBound }: ActsProps) {
  const t = useTranslations("console.rollback");
  const jobs = useTranslations("jobs");
  const { state } = useRelease();
  if (own?.outcome === "done" || own?.outcome === "skipped") return <span />;
  return (
    <div className="flex flex-wrap items-start justify-end gap-2 max-sm:col-start-2 max-sm:justify-start">
      {isBound ? (
        <CommandButton command={{ type: "rollback.run", step: step.id }} refused="hide">
          {jobs(own === undefined ? "runNow" : "runNowAgain")}
        </CommandButton>
      ) : null}
      <CommandButton
        command={{ type: "rollback.step", step: step.id, outcome: "done" }}
        tone={standingJob(state, { kind: "rollback_step", step: step.id }) === null ? "primary" : "plain"}
      >
        {t("stepDone")}
      </CommandButton>
      {(["failed", "skipped"] as const).map((outcome) =>
        outcome === own?.outcome ? null : (
          <ReasonButton
            key={outcome}
            tone="quiet"
            command={(reason) => ({ type: "rollback.step", step: step.id, outcome, reason })}
            title={t(`stepTitle.${outcome}`, { step: step.name })}
            label={t(`step.${outcome}`)}
          />
        ),
      )}
    </div>
  );
}
