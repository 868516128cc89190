"use client";

import { useTranslations } from "next-intl";
import { clockSpan, timeOfDay } from "@/components/ui/release/time-text";
import { actorName } from "@/lib/domain/release/describe";
import { useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";

/** After completion: since when the new version carries everything. */
export function ObservingHeader() {
  const t = useTranslations("console.observing");
  const { plan, state } = useRelease();
  const now = useReleaseNow();
  const { completed } = state;
  if (completed === null) return null;
  return (
    <header className="flex items-start justify-between gap-6">
      <div className="min-w-0">
        <h2 className="font-bold text-2xl">{t("title")}</h2>
        <p className="mt-1 text-ink-2">
          {t("completedBy", { who: actorName(completed.by), time: timeOfDay(completed.releaseAt, plan.timeZone) })}
        </p>
      </div>
      <div className="shrink-0 text-right" role="timer">
        <div className="text-figure">{clockSpan(now - completed.releaseAt)}</div>
        <div className="mt-1.5 text-ink-2 text-sm">{t("since")}</div>
      </div>
    </header>
  );
}
