"use client";

import { useTranslations } from "next-intl";
import { timeOfDay } from "@/components/ui/release/time-text";
import { versionCounts } from "@/components/ui/watch/version-counts";
import { useRelease } from "@/lib/queries/release/use-release";
import { useRound } from "@/lib/queries/release/use-round";

/** Which version has answered how many requests since the share was set, as the proxy counted and as the versions name themselves. */
export function CountedRequests() {
  const t = useTranslations("watch.counted");
  const { plan } = useRelease();
  const round = useRound();
  const counts = versionCounts(round);
  const told = round?.traffic;
  if (told === undefined || counts.length === 0) return null;
  const lost = told.nobody + told.other;
  return (
    <section className="pt-5">
      <h3 className="pb-1 text-ink-3 text-sm">{t("title", { time: timeOfDay(told.since, plan.timeZone) })}</h3>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {counts.map(({ side, version, count }) => (
          <li key={`${side} ${version}`} className={side === "green" ? "text-new" : "text-old"}>
            {t(side, { version: version ?? t("unnamed") })} <b className="tabular-nums">{count}</b>
          </li>
        ))}
        {lost === 0 ? null : <li className="text-serious">{t("lost", { count: lost })}</li>}
      </ul>
    </section>
  );
}
