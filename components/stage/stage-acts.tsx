"use client";

import { useTranslations } from "next-intl";
import { CommandButton } from "@/components/ui/release/command-button";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { JobLine } from "@/components/ui/runner/later-runner";
import type { Stage } from "@/lib/domain/plan/plan";
import { indexOf } from "@/lib/domain/plan/plan-index";
import type { PersonCommand } from "@/lib/domain/release/commands";
import { bindingFor, newestJob } from "@/lib/domain/release/job";
import { useRelease } from "@/lib/queries/release/use-release";

/** The one next act of a stage, the ways to break it off, and what is still missing. */
export function StageActs({ stage }: { stage: Stage }) {
  const t = useTranslations("console.stage");
  const { state } = useRelease();
  const status = state.stages[stage.id]?.status ?? "pending";
  const next = nextAct();
  const goesOn = ["running", "held"].includes(state.status);
  if (!goesOn || stage.durationMin === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2 pt-3 [&>span>span]:order-last [&>span]:contents">
      {next === null ? null : (
        <CommandButton command={next.command} tone="primary">
          {t(next.label)}
        </CommandButton>
      )}
      <StageTraffic stage={stage} />
      {status === "running" ? <ConfirmTraffic stage={stage} /> : null}
      {status === "running" ? (
        <CommandButton command={{ type: "stage.stop", stage: stage.id }} refused="hide">
          {t("stop")}
        </CommandButton>
      ) : null}
      {status === "running" || status === "stopped" ? (
        <ReasonButton
          tone="quiet"
          command={(reason) => ({ type: "stage.fail", stage: stage.id, reason })}
          title={t("failTitle", { stage: stage.name })}
          explain={t("failExplain")}
          label={t("fail")}
        />
      ) : null}
      <ReasonButton
        tone="quiet"
        command={(reason) => ({ type: "stage.skip", stage: stage.id, reason })}
        title={t("skipTitle", { stage: stage.name })}
        explain={stage.kind === "observe" ? t("skipObserveExplain") : t("skipExplain")}
        label={t("skip")}
      />
    </div>
  );

  function nextAct(): { command: PersonCommand; label: "start" | "complete" | "retry" } | null {
    const seen = { stage: stage.id, expectedSeq: state.seq };
    if (status === "pending") return { command: { type: "stage.start", ...seen }, label: "start" };
    if (status === "running") return { command: { type: "stage.complete", ...seen }, label: "complete" };
    if (status === "stopped" || status === "failed")
      return { command: { type: "stage.retry", ...seen }, label: "retry" };
    return null;
  }
}

/** Where a driver moves the traffic: how that stands, and asking it once more. */
function StageTraffic({ stage }: { stage: Stage }) {
  const t = useTranslations("jobs");
  const { plan, state } = useRelease();
  const { share } = stage;
  if (share === null || stage.kind !== "shift") return null;
  const purpose = { kind: "traffic" as const, share };
  if (bindingFor(indexOf(plan), purpose) === null) return null;
  const newest = newestJob(state, purpose);
  const isItsOwn = newest?.job.purpose.kind === "traffic" && newest.job.purpose.share === share;
  return (
    <>
      {isItsOwn ? (
        <div className="w-full">
          <JobLine purpose={purpose} />
        </div>
      ) : null}
      <CommandButton command={{ type: "traffic.shift", share }} refused="hide">
        {t("shiftAgain")}
      </CommandButton>
    </>
  );
}

/** Where the traffic is moved by hand, a person's word that it has been moved. */
function ConfirmTraffic({ stage }: { stage: Stage }) {
  const t = useTranslations("console.stage");
  const { state } = useRelease();
  if (stage.kind !== "shift" || stage.share === null || state.traffic.wanted === stage.share) return null;
  return (
    <CommandButton command={{ type: "traffic.confirm", share: stage.share }} refused="hide">
      {t("confirmTraffic", { share: stage.share })}
    </CommandButton>
  );
}
