"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { clockSpan, minuteOfDay, remainingSpan } from "@/components/ui/release/time-text";
import type { Stage } from "@/lib/domain/plan/plan";
import type { StageForecast } from "@/lib/domain/release/forecast";
import { soakRemainingMs } from "@/lib/domain/release/soak";
import { useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";

const MINUTE_MS = 60_000;

type Props = { stage: Stage; row: StageForecast };
type Figure = { figure: string; note: string; tone: "ink" | "serious" | "standby" };

/** The one figure of a stage: what is left of the soak, how long it runs, how long it took, when it is due. */
export function StageClock({ stage, row }: Props) {
  const { figure, note, tone } = useFigure(stage, row);
  return (
    <div className="shrink-0 text-right" role="timer" aria-label={`${figure} ${note}`}>
      <div className={clsx("text-figure", tone === "serious" && "text-serious", tone === "standby" && "text-standby")}>
        {figure}
      </div>
      <div className="mt-1.5 text-ink-2 text-sm">{note}</div>
    </div>
  );
}

function useFigure(stage: Stage, row: StageForecast): Figure {
  const t = useTranslations("console.stage");
  const { plan, state } = useRelease();
  const now = useReleaseNow();
  const own = state.stages[stage.id];
  const status = own?.status ?? "pending";
  const zone = plan.timeZone;
  const minutes = stage.durationMin;
  if (status === "running" && own?.started != null) {
    const soakLeft = stage.kind === "observe" ? soakRemainingMs(plan, state, stage.id, now) : null;
    if (soakLeft !== null && minutes !== null) {
      if (own.soak.countingSince === null && soakLeft > 0) {
        return { figure: remainingSpan(soakLeft), note: t("soakStands"), tone: "serious" };
      }
      const note = soakLeft > 0 ? t("soakUntil", { time: minuteOfDay(now + soakLeft, zone), minutes }) : t("soakOver");
      return { figure: remainingSpan(soakLeft), note, tone: "ink" };
    }
    const elapsed = now - own.started.releaseAt;
    if (minutes === null) return { figure: clockSpan(elapsed), note: t("elapsed"), tone: "ink" };
    const over = elapsed - minutes * MINUTE_MS;
    return over > 0
      ? { figure: clockSpan(elapsed), note: t("elapsedOver", { minutes, over: clockSpan(over) }), tone: "serious" }
      : { figure: clockSpan(elapsed), note: t("elapsedOf", { minutes }), tone: "ink" };
  }
  if (own?.started != null && own.ended !== null) {
    const took = own.ended.releaseAt - own.started.releaseAt;
    const from = minuteOfDay(own.started.releaseAt, zone);
    return {
      figure: clockSpan(took),
      note: t("took", { from, to: minuteOfDay(own.ended.releaseAt, zone) }),
      tone: "ink",
    };
  }
  const due = row.expectedStart ?? row.plannedStart;
  const start = due - row.plannedStart >= MINUTE_MS ? "expected" : "due";
  const note = minutes === null ? t(start) : t(`${start}For`, { minutes });
  return { figure: minuteOfDay(due, zone), note, tone: "ink" };
}
