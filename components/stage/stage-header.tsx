"use client";

import { useTranslations } from "next-intl";
import { roleNames } from "@/components/ui/release/plan-words";
import { minuteOfDay, timeOfDay } from "@/components/ui/release/time-text";
import type { Stage } from "@/lib/domain/plan/plan";
import { actorName } from "@/lib/domain/release/describe";
import type { StageForecast } from "@/lib/domain/release/forecast";
import { useRelease } from "@/lib/queries/release/use-release";
import { StageClock } from "./stage-clock";

type Props = { stage: Stage; row: StageForecast };

/** Which stage this is, whose it is, who started it when, what the plan says, and the figure that matters now. */
export function StageHeader({ stage, row }: Props) {
  return (
    <header className="flex items-start justify-between gap-6">
      <div className="min-w-0">
        <h2 className="break-words font-bold text-2xl">{stage.name}</h2>
        <StageMeta stage={stage} row={row} />
      </div>
      <StageClock stage={stage} row={row} />
    </header>
  );
}

function StageMeta({ stage, row }: Props) {
  const t = useTranslations("console.stage");
  const { plan, state } = useRelease();
  const now = state.stages[stage.id];
  const zone = plan.timeZone;
  const planned =
    row.plannedEnd === null
      ? t("plannedFrom", { from: minuteOfDay(row.plannedStart, zone) })
      : t("planned", { from: minuteOfDay(row.plannedStart, zone), to: minuteOfDay(row.plannedEnd, zone) });
  const started =
    now?.started === null || now?.started === undefined
      ? null
      : t("startedBy", { time: timeOfDay(now.started.releaseAt, zone), who: actorName(now.started.by) });
  const runs = (now?.runs ?? 0) > 1 ? t("runs", { count: now?.runs ?? 0 }) : null;
  const line = stage.lines.from > 0 ? t("line", { n: stage.lines.from }) : null;
  const parts = [roleNames(plan, stage.owners), started, runs, planned, line].filter(
    (part) => part !== null && part !== "",
  );
  return <p className="mt-1 text-ink-2">{parts.join(" · ")}</p>;
}
