"use client";

import { useTranslations } from "next-intl";
import { CommandButton } from "@/components/ui/release/command-button";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { JobLine } from "@/components/ui/runner/later-runner";
import type { Plan, Stage } from "@/lib/domain/plan/plan";
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
      <TrafficLine stage={stage} />
      {next === null ? null : (
        <CommandButton command={next.command} tone="primary">
          {t(next.label)}
        </CommandButton>
      )}
      <ShiftAgain stage={stage} />
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

/** The move of the traffic that a stage leaves to a driver; null where it leaves none. */
function moveOf(plan: Plan, { kind, share }: Stage) {
  if (share === null || kind !== "shift") return null;
  const purpose = { kind: "traffic" as const, share };
  return bindingFor(indexOf(plan), purpose) === null ? null : purpose;
}

/** Where a driver moves the traffic: how that stands, above all that can be pressed. */
function TrafficLine({ stage }: { stage: Stage }) {
  const { plan, state } = useRelease();
  const move = moveOf(plan, stage);
  const newest = move === null ? undefined : newestJob(state, move)?.job.purpose;
  if (move === null || newest?.kind !== "traffic" || newest.share !== move.share) return null;
  return (
    <div className="w-full">
      <JobLine purpose={move} />
    </div>
  );
}

/** Asking the driver once more. */
function ShiftAgain({ stage }: { stage: Stage }) {
  const t = useTranslations("jobs");
  const move = moveOf(useRelease().plan, stage);
  return move === null ? null : (
    <CommandButton command={{ type: "traffic.shift", share: move.share }} refused="hide">
      {t("shiftAgain")}
    </CommandButton>
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
