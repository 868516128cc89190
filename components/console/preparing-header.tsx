"use client";

import { useLocale, useTranslations } from "next-intl";
import { clockSpan, dayAndMinute, remainingSpan } from "@/components/ui/release/time-text";
import { useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";

/** Before the start: when it is planned, and how long still. */
export function PreparingHeader() {
  const t = useTranslations("console.preparing");
  const locale = useLocale();
  const { plan, state } = useRelease();
  const now = useReleaseNow();
  const left = state.clock.startsAt - now;
  const rehearsal = state.clock.mode === "rehearsal";
  return (
    <header className="flex items-start justify-between gap-6">
      <div className="min-w-0">
        <h2 className="font-bold text-2xl">{t("title")}</h2>
        <p className="mt-1 text-ink-2">{t("lead", { version: plan.info.version })}</p>
      </div>
      <div className="shrink-0 text-right">
        <div className="text-figure">
          {rehearsal ? `×${state.clock.speed}` : left >= 0 ? remainingSpan(left) : clockSpan(-left)}
        </div>
        <div className={left < 0 && !rehearsal ? "mt-1.5 text-serious text-sm" : "mt-1.5 text-ink-2 text-sm"}>
          {rehearsal
            ? t("rehearsalStart", { time: dayAndMinute(state.clock.startsAt, plan.timeZone, locale) })
            : t(left >= 0 ? "startsAt" : "overdue", {
                time: dayAndMinute(state.clock.startsAt, plan.timeZone, locale),
              })}
        </div>
      </div>
    </header>
  );
}
