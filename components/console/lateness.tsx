"use client";

import { useTranslations } from "next-intl";
import { clockSpan, minuteOfDay } from "@/components/ui/release/time-text";
import { forecast } from "@/lib/domain/release/forecast";
import { useNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";

const MINUTE_MS = 60_000;

/** How late the release is and when it is expected to end; the window's end when that will be missed. */
export function Lateness() {
  const t = useTranslations("console.header");
  const { plan, state } = useRelease();
  const expected = forecast(plan, state, useNow());
  if (state.status === "preparing" || expected.endsAt === null || state.completed !== null) return null;
  const end = t("endsAt", { time: minuteOfDay(expected.endsAt, plan.timeZone) });
  const late = expected.lateMs >= MINUTE_MS;
  return (
    <span className={`shrink-0 ${late || expected.overrunMs > 0 ? "text-serious" : "text-ink-2"}`}>
      {late ? `${t("late", { span: clockSpan(expected.lateMs) })} · ` : ""}
      {end}
      {expected.overrunMs >= MINUTE_MS ? (
        <span className="max-2xl:hidden"> · {t("overrun", { span: clockSpan(expected.overrunMs) })}</span>
      ) : null}
    </span>
  );
}
