"use client";

import { useTranslations } from "next-intl";
import { ReleaseStatusMark } from "@/components/ui/release/release-status";
import { timeOfDay } from "@/components/ui/release/time-text";
import { TrafficBar } from "@/components/ui/traffic-bar";
import { currentStage, nextStage } from "@/lib/domain/release/current";
import { unconfirmedShare } from "@/lib/domain/release/traffic-back";
import { useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";

/** What is happening: state, stage, traffic, time. */
export function PhoneHeader() {
  const t = useTranslations("console");
  const { plan, state } = useRelease();
  const now = useReleaseNow();
  const inNight = state.status === "running" || state.status === "held";
  const stage = inNight ? (currentStage(plan, state) ?? nextStage(plan, state)) : null;
  const unconfirmed = unconfirmedShare(plan, state);
  const share = { version: plan.info.version, share: state.traffic.wanted };
  const traffic = unconfirmed === null ? t("header.traffic", share) : t("header.trafficUnconfirmed", share);
  const place = stage === null ? -1 : plan.stages.indexOf(stage);
  return (
    <header className="border-line border-b px-4.5 pt-3 pb-3">
      <p className="flex justify-between gap-3">
        <span className="flex flex-wrap gap-x-2">
          <ReleaseStatusMark />
          {place < 0 ? null : (
            <span className={state.status === "held" ? "text-serious" : "text-standby"}>
              · {place + 1} / {plan.stages.length}
            </span>
          )}
          {state.clock.mode === "rehearsal" ? (
            <span className="text-rehearsal">{t("header.rehearsal", { speed: state.clock.speed })}</span>
          ) : null}
        </span>
        <span className="text-ink-2">{timeOfDay(now, plan.timeZone)}</span>
      </p>
      <h1 className="mt-1 break-words font-bold text-xl">{stage?.name ?? `${plan.info.version} · ${plan.title}`}</h1>
      <div className="mt-2.5">
        <TrafficBar wanted={state.traffic.wanted} unconfirmed={unconfirmed} label={traffic} />
      </div>
      {unconfirmed === null ? null : <p className="mt-1 text-ink-2">{traffic}</p>}
    </header>
  );
}
