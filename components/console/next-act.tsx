"use client";

import { useTranslations } from "next-intl";
import { CommandButton } from "@/components/ui/release/command-button";
import { GoAct } from "@/components/ui/release/go-act";
import { currentStage, nextStage, openGate, timedStagesOver } from "@/lib/domain/release/current";
import { useRelease } from "@/lib/queries/release/use-release";

const BUTTON = "[&>span]:flex-row-reverse [&>span]:flex-nowrap [&>span>span]:max-w-64 [&>span>span]:text-right";

/** The one act that takes the release further, at the far end of the bar. */
export function NextAct() {
  const { plan, state } = useRelease();
  const gate = openGate(plan, state);
  if (state.status === "running" && gate !== null) return <GoAct gate={gate} />;
  return (
    <div className={BUTTON}>
      <PlainNextAct />
    </div>
  );
}

function PlainNextAct() {
  const t = useTranslations("console.next");
  const { plan, state } = useRelease();
  const expectedSeq = state.seq;
  const look = { tone: "primary", size: "large", refused: "count" } as const;
  switch (state.status) {
    case "preparing":
      return (
        <CommandButton {...look} command={{ type: "release.start", expectedSeq }}>
          {t("start")}
        </CommandButton>
      );
    case "held":
      return (
        <CommandButton {...look} command={{ type: "release.resume", expectedSeq }}>
          {t("resume")}
        </CommandButton>
      );
    case "rolling_back":
      return (
        <CommandButton {...look} command={{ type: "rollback.complete" }}>
          {t("rollbackComplete")}
        </CommandButton>
      );
    case "observing":
      return (
        <CommandButton {...look} command={{ type: "release.close" }}>
          {t("close")}
        </CommandButton>
      );
    case "running": {
      if (timedStagesOver(plan, state)) {
        return (
          <CommandButton {...look} command={{ type: "release.complete", expectedSeq }}>
            {t("complete")}
          </CommandButton>
        );
      }
      const current = currentStage(plan, state);
      const stage = current ?? nextStage(plan, state);
      if (stage === null) return null;
      const status = state.stages[stage.id]?.status;
      const type = status === "running" ? "stage.complete" : status === "pending" ? "stage.start" : "stage.retry";
      return (
        <CommandButton {...look} command={{ type, stage: stage.id, expectedSeq }}>
          {t(type, { stage: stage.name })}
        </CommandButton>
      );
    }
    default:
      return null;
  }
}
