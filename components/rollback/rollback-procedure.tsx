"use client";

import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { CommandButton } from "@/components/ui/release/command-button";
import { roleNames } from "@/components/ui/release/plan-words";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { ToneShape } from "@/components/ui/release/stage-shape";
import { timeOfDay } from "@/components/ui/release/time-text";
import type { StateTone } from "@/components/ui/state-mark";
import type { RollbackStep } from "@/lib/domain/plan/plan";
import { actorName } from "@/lib/domain/release/describe";
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
      </div>
      {state.status === "rolling_back" ? <RollbackStepActs step={step} own={own} /> : <span />}
      {step.commands === "" ? null : (
        <div className="col-span-2 col-start-2 mt-2 min-w-0 max-sm:col-span-1">
          <CodeBlock text={step.commands} name={step.name} />
        </div>
      )}
    </li>
  );
}

function RollbackStepActs({ step, own }: { step: RollbackStep; own: RollbackStepState | undefined }) {
  const t = useTranslations("console.rollback");
  if (own?.outcome === "done" || own?.outcome === "skipped") return <span />;
  return (
    <div className="flex flex-wrap items-start justify-end gap-2 max-sm:col-start-2 max-sm:justify-start">
      <CommandButton command={{ type: "rollback.step", step: step.id, outcome: "done" }} tone="primary">
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
