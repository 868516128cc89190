"use client";

import { useTranslations } from "next-intl";
import { StateMark } from "@/components/ui/state-mark";
import { metricLamp, trafficLamp } from "@/components/ui/watch/lamps";
import { useNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";
import { useRound } from "@/lib/queries/release/use-round";

/** Whether the measurements are in sight, with their age as soon as that is worth a word, and whether traffic is where it should be. */
export function WatchLamps() {
  const t = useTranslations("watch.lamp");
  const { state } = useRelease();
  const round = useRound();
  const metric = metricLamp(state, round, useNow());
  const traffic = trafficLamp(state, round);
  const isOld = metric.tone !== "go" && metric.ageMs !== null;
  return (
    <>
      <StateMark tone={metric.tone}>
        {t(`metrics.${metric.word}`, { source: metric.source })}
        {isOld ? ` ${t("age", { seconds: Math.round((metric.ageMs ?? 0) / 1000) })}` : ""}
      </StateMark>
      <StateMark tone={traffic.tone} className={traffic.word === "none" ? "max-2xl:hidden" : undefined}>
        {t(`traffic.${traffic.word}`)}
      </StateMark>
    </>
  );
}
