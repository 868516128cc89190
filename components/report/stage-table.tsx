import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StateMark, type StateTone } from "@/components/ui/state-mark";
import { forecast, type StageForecast } from "@/lib/domain/release/forecast";
import type { StageStatus } from "@/lib/domain/release/state";
import { formatLate } from "@/lib/i18n/format-duration";
import { formatHourMinute } from "@/lib/i18n/format-time";
import type { ReportSubject } from "./report-head";
import { ReportPart } from "./report-part";
import { StageDurations } from "./stage-durations";
import type { DurationRow } from "./stage-durations-chart";

const MINUTE_MS = 60_000;
const TONES: Record<StageStatus, StateTone> = {
  pending: "waiting",
  running: "active",
  completed: "done",
  stopped: "stopped",
  failed: "failed",
  skipped: "skipped",
  reverted: "reverting",
};

function durationRows(stages: StageForecast[]): DurationRow[] {
  return stages.flatMap(({ stage, actualStart, actualEnd }) => {
    if (stage.durationMin === null || actualStart === null || actualEnd === null) return [];
    return [
      { name: stage.name, planned: stage.durationMin, actual: Math.round((actualEnd - actualStart) / MINUTE_MS) },
    ];
  });
}

/** Planned against actual, stage by stage. */
export function StageTable({ plan, state, serverNow }: ReportSubject) {
  const t = useTranslations("report.stage");
  const { stages } = forecast(plan, state, serverNow);
  const durations = durationRows(stages);
  const span = (from: number | null, to: number | null) =>
    from === null
      ? "–"
      : `${formatHourMinute(from, plan.timeZone)}–${to === null ? "" : formatHourMinute(to, plan.timeZone)}`;
  const columns: Column<StageForecast>[] = [
    { key: "stage", header: t("stage"), cell: ({ stage }) => stage.name },
    { key: "planned", header: t("planned"), cell: (row) => span(row.plannedStart, row.plannedEnd) },
    { key: "actual", header: t("actual"), cell: (row) => span(row.actualStart, row.actualEnd) },
    {
      key: "late",
      header: t("difference"),
      numeric: true,
      cell: (row) => {
        if (row.lateMs === null || row.actualEnd === null) return "–";
        return <span className={row.lateMs >= MINUTE_MS ? "text-serious" : undefined}>{formatLate(row.lateMs)}</span>;
      },
    },
    {
      key: "runs",
      header: t("runs"),
      numeric: true,
      cell: ({ stage }) => state.stages[stage.id]?.runs ?? 0,
    },
    {
      key: "status",
      header: t("status"),
      cell: ({ stage }) => {
        const status = state.stages[stage.id]?.status ?? "pending";
        return <StateMark tone={TONES[status]}>{t(`is.${status}`)}</StateMark>;
      },
    },
  ];
  return (
    <ReportPart id="stages" title={t("title")}>
      <DataTable caption={t("title")} columns={columns} rows={stages} rowKey={({ stage }) => stage.id} />
      {durations.length === 0 ? null : <StageDurations rows={durations} />}
    </ReportPart>
  );
}
