"use client";

import { useTranslations } from "next-intl";
import { TrafficBar } from "@/components/ui/traffic-bar";
import { observedShare, trafficLamp } from "@/components/ui/watch/lamps";
import { unconfirmedShare } from "@/lib/domain/release/traffic-back";
import { useRelease } from "@/lib/queries/release/use-release";
import { useRound } from "@/lib/queries/release/use-round";

/** How much traffic is on the new version: wanted, and measured where anything measures it. */
export function TrafficSplit() {
  const t = useTranslations("console.header");
  const { plan, state } = useRelease();
  const { wanted } = state.traffic;
  const round = useRound();
  const observed = observedShare(state, round);
  const isOff = trafficLamp(state, round).tone === "no-go";
  const version = plan.canary.find((stage) => stage.newVersion !== null)?.newVersion ?? plan.info.version;
  const unconfirmed = unconfirmedShare(plan, state);
  const share = { version, share: wanted };
  const words = unconfirmed === null ? t("traffic", share) : t("trafficUnconfirmed", share);
  return (
    <span className="flex shrink-0 items-center gap-2.5">
      <span className="block w-10 shrink-0 max-xl:hidden 2xl:w-40">
        <TrafficBar wanted={wanted} unconfirmed={unconfirmed} label={words} />
      </span>
      <span className={unconfirmed === null ? "text-new" : "text-ink-2"}>{words}</span>
      {observed === null ? null : (
        <span className={isOff ? "text-serious" : "text-ink-2"}>{t("observed", { share: observed })}</span>
      )}
    </span>
  );
}
