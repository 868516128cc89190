"use client";

import { useTranslations } from "next-intl";
import { timeOfDay } from "@/components/ui/release/time-text";
import { StateMark } from "@/components/ui/state-mark";
import { releaseTime } from "@/lib/domain/release/time";
import { useRelease } from "@/lib/queries/release/use-release";
import { useRound } from "@/lib/queries/release/use-round";

/** Alerts of the sources: what fires first, then what is silenced, said as silenced. */
export function AlertList() {
  const t = useTranslations("watch.alerts");
  const { plan, state } = useRelease();
  const round = useRound();
  const alerts = Object.entries(state.alerts).toSorted(([, a], [, b]) =>
    a.status < b.status ? -1 : a.since - b.since,
  );
  const isAsked = round?.sources.some(({ seen }) => seen) ?? false;
  return (
    <section className="pt-5">
      <h3 className="pb-1 text-ink-3 text-sm">{t("title")}</h3>
      {alerts.length > 0 ? null : isAsked ? (
        <StateMark tone="go">{t("none")}</StateMark>
      ) : (
        <StateMark tone="unknown">{t("unseen")}</StateMark>
      )}
      <ul>
        {alerts.map(([id, alert]) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 border-line border-b py-2">
            <StateMark tone={alert.status === "firing" ? "no-go" : "skipped"}>{t(alert.status)}</StateMark>
            <span className="font-bold">{alert.name}</span>
            <span className="min-w-0 flex-1 text-ink-2">{alert.summary}</span>
            <span className="text-ink-3 text-sm">
              {alert.source} · {t("since", { time: timeOfDay(releaseTime(state.clock, alert.since), plan.timeZone) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
