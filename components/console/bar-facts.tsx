"use client";

import { useLocale, useTranslations } from "next-intl";
import { dayAndMinute, minuteOfDay } from "@/components/ui/release/time-text";
import { hasDrillFailedSince } from "@/lib/domain/release/drill-conditions";
import { forecast } from "@/lib/domain/release/forecast";
import type { ReleaseStatus } from "@/lib/domain/release/state";
import { releaseTime } from "@/lib/domain/release/time";
import { formatTook } from "@/lib/i18n/format-duration";
import { useNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";

const RESTING: readonly ReleaseStatus[] = ["preparing", "closed", "cancelled", "rolled_back"];

/** A bare time is taken for this night's: who looks hours later than this may mean another. */
const THIS_NIGHT_MS = 64_800_000;

/** What one wants to know before stopping: how long the way back takes and until when it is safe. */
export function BarFacts() {
  const t = useTranslations("console.bar");
  const locale = useLocale();
  const now = useNow();
  const { plan, state } = useRelease();
  const { lastSafeRollback, rollbackTakes } = forecast(plan, state, now);
  const { drill } = state.rollback;
  const target = plan.rollback?.targetMin ?? null;
  const first =
    drill?.tookMs == null
      ? target === null
        ? t("notDrilled")
        : t("notDrilledTarget", { minutes: target })
      : t(drill.job === undefined ? "said" : "drilled", {
          took: formatTook(drill.tookMs),
          time:
            releaseTime(state.clock, now) - drill.releaseAt > THIS_NIGHT_MS
              ? dayAndMinute(drill.releaseAt, plan.timeZone, locale)
              : minuteOfDay(drill.releaseAt, plan.timeZone),
        });
  if (RESTING.includes(state.status)) return null;
  const forward = ["running", "held"].includes(state.status);
  return (
    <p className="ml-1 min-w-0 text-ink-2 text-sm leading-snug max-xl:max-w-44">
      {first}
      {hasDrillFailedSince(state) ? <span className="block text-serious">{t("drillInVain")}</span> : null}
      {forward && lastSafeRollback !== null ? (
        <span className="block">
          {t("safeUntil", { time: minuteOfDay(lastSafeRollback, plan.timeZone), by: rollbackTakes?.by ?? "target" })}
        </span>
      ) : null}
    </p>
  );
}
