"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ReleaseStatusMark } from "@/components/ui/release/release-status";
import { timeOfDay } from "@/components/ui/release/time-text";
import { useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";
import { ActAs } from "./act-as";
import { Lateness } from "./lateness";
import { LinkLamp } from "./link-lamp";
import { TrafficSplit } from "./traffic-split";
import { WatchLamps } from "./watch-lamps";
import { WatcherList } from "./watcher-list";

/** Over everything: which release, how it stands, how late, how much traffic, the link, the time, and as whom one acts. */
export function ConsoleHeader({ rehearsal, actions }: { rehearsal: ReactNode; actions: ReactNode }) {
  const { plan } = useRelease();
  return (
    <header className="flex min-h-13 items-center gap-3 border-line border-b px-5 py-1.5 whitespace-nowrap 2xl:gap-5">
      <h1 className="@container flex min-w-28 shrink-[8] basis-80 items-baseline gap-2 font-bold text-lg 2xl:basis-120">
        {plan.info.version}
        <small className="@max-[11rem]:hidden min-w-0 truncate font-normal text-base text-ink-2" title={plan.title}>
          {plan.subtitle ?? plan.title}
        </small>
      </h1>
      {rehearsal}
      <ReleaseStatusMark />
      <Lateness />
      <TrafficSplit />
      <div className="ml-auto flex shrink-0 items-center gap-2.5 2xl:gap-4">
        <span className="flex items-baseline gap-2.5">
          <LinkLamp />
          <WatchLamps />
        </span>
        <WatcherList />
        <ReleaseClockFigure />
        <ActAs />
        {actions}
      </div>
    </header>
  );
}

function ReleaseClockFigure() {
  const t = useTranslations("console.header");
  const { plan } = useRelease();
  const now = useReleaseNow();
  return (
    <span className="text-xl" role="timer" aria-label={t("clock")}>
      {timeOfDay(now, plan.timeZone)}
    </span>
  );
}
