"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { lateSpan, minuteOfDay } from "@/components/ui/release/time-text";
import type { StageForecast } from "@/lib/domain/release/forecast";
import type { StageStatus } from "@/lib/domain/release/state";
import { useRelease } from "@/lib/queries/release/use-release";

const MINUTE_MS = 60_000;

type Props = { row: StageForecast; status: StageStatus };

/** At the end of a row: how long it took, how late it runs, when it is expected, or what became of it. */
export function StageTiming({ row, status }: Props) {
  const t = useTranslations("console");
  const { plan } = useRelease();
  const late = (row.lateMs ?? 0) >= MINUTE_MS;
  const className = clsx("text-[12.5px] font-normal", late ? "text-serious" : "text-ink-3");
  if (status === "completed" && row.actualStart !== null && row.actualEnd !== null) {
    const took = Math.round((row.actualEnd - row.actualStart) / MINUTE_MS);
    const slow = row.stage.durationMin !== null && took > row.stage.durationMin;
    return (
      <span className={clsx("text-[12.5px] font-normal", slow ? "text-serious" : "text-ink-3")}>
        {t("minutes", { count: took })}
      </span>
    );
  }
  if (status === "running" && row.stage.durationMin === null) return <span />;
  if (status === "running" && row.lateMs !== null) {
    if (late) return <span className={className}>{lateSpan(row.lateMs)}</span>;
    return (
      <span className={className}>→ {row.expectedEnd === null ? "" : minuteOfDay(row.expectedEnd, plan.timeZone)}</span>
    );
  }
  if (status !== "pending" && status !== "running") {
    return <span className="text-[12.5px] font-normal text-ink-3">{t(`stageStatus.${status}`)}</span>;
  }
  if (row.expectedStart !== null && row.expectedStart - row.plannedStart >= MINUTE_MS) {
    return <span className={className}>→ {minuteOfDay(row.expectedStart, plan.timeZone)}</span>;
  }
  if (row.stage.durationMin === null) return <span />;
  return <span className="text-[12.5px] font-normal text-ink-3">{t("minutes", { count: row.stage.durationMin })}</span>;
}
