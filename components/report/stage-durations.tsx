"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { DurationRow } from "./stage-durations-chart";

// Recharts weighs as much as the page: it comes after it, and only here.
const Chart = dynamic(() => import("./stage-durations-chart").then((part) => part.StageDurationsChart), { ssr: false });

/** Planned and actual minutes of every stage that ran, as bars; the table above says the same in figures. */
export function StageDurations({ rows }: { rows: DurationRow[] }) {
  const t = useTranslations("report.stage");
  const longer = rows.filter((row) => row.actual > row.planned).length;
  return (
    <figure className="mt-5 print:hidden">
      <figcaption className="mb-2 text-sm text-ink-2">{t("chart", { count: rows.length, longer })}</figcaption>
      <div aria-hidden="true" style={{ height: rows.length * 40 + 36 }}>
        <Chart rows={rows} words={{ planned: t("planned"), actual: t("actual") }} />
      </div>
    </figure>
  );
}
