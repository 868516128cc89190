"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Drawer } from "@/components/ui/drawer";
import { usePhrase } from "@/components/ui/phrase";
import { timeOfDay } from "@/components/ui/release/time-text";
import { StateMark } from "@/components/ui/state-mark";
import { isSimulated } from "@/components/ui/watch/age";
import { Muted } from "@/components/ui/watch/check-card";
import { type CheckRow, checkTitle, VERDICT_TONE } from "@/components/ui/watch/check-rows";
import { figureOf, numberText, thresholdOf } from "@/components/ui/watch/figure";
import { useRelease } from "@/lib/queries/release/use-release";
import { useRound } from "@/lib/queries/release/use-round";
import { chartMarks } from "./chart-marks";
import { type ChartPoint, summarise } from "./chart-points";
import { GrafanaLinks } from "./grafana-links";
import { HistoryChart } from "./history-chart";
import { RANGES, type Range, useCheckSamples } from "./use-check-samples";

/** Rows of the table: more than this nobody reads, and the chart has them all. */
const ROWS = 60;

/** One check over time: the chart, the same in words, and the same as a table. */
export function CheckDrawer({ row, onClose }: { row: CheckRow; onClose: () => void }) {
  const t = useTranslations("watch");
  const { plan, state, events } = useRelease();
  const round = useRound();
  const [range, setRange] = useState<Range>("hour");
  const [isTable, setTable] = useState(false);
  const { check } = row;
  const { points, from, to, isLoading } = useCheckSamples(check, range);
  const { unit } = figureOf(check.measure, 0);
  const names = useSideNames();
  const words = {
    override: t("chart.mark.override"),
    hold: t("chart.mark.hold"),
    rollback: t("chart.mark.rollback"),
  };
  const filled = points.filter((point) => point.filled === true).length;
  const summary = summarise(points).map(({ side, last, low, high }) => {
    const figures = { last: numberText(last), low: numberText(low), high: numberText(high), unit };
    return t("chart.summary", { name: names[side], ...figures });
  });
  return (
    <Drawer open onOpenChange={(open) => (open ? undefined : onClose())} title={checkTitle(plan, check)}>
      {isSimulated(round) ? <p className="pb-1 font-bold text-rehearsal">{t("simulated")}</p> : null}
      <Verdict row={row} />
      {check.measure.kind === "evidence" || check.measure.kind === "rate" ? (
        <p className="max-w-prose pt-2 text-ink-3 text-sm">{t("chart.guarantee")}</p>
      ) : null}
      <Muted check={check.id} />
      <div className="flex flex-wrap items-center gap-2 pt-4 pb-2">
        <RangeButtons range={range} onChoose={setRange} />
        <Button size="small" className="ml-auto" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {t(isTable ? "chart.asChart" : "chart.asTable")}
        </Button>
      </div>
      {summary.length === 0 ? (
        <p className="hatch px-2 py-1 text-ink">
          {t(isLoading ? "chart.loading" : points.length === 0 ? "chart.nothing" : "chart.noValue", {
            count: points.length,
          })}
        </p>
      ) : isTable ? (
        <PointTable points={points.slice(-ROWS).reverse()} names={names} unit={unit} />
      ) : (
        <figure>
          <div aria-hidden="true" className="h-[max(18rem,46dvh)] max-sm:h-64">
            <HistoryChart
              {...{ points, from, to, unit, names }}
              threshold={thresholdOf(check.measure, state.traffic.wanted)}
              marks={chartMarks(plan, events, { from, to, words })}
              timeZone={plan.timeZone}
            />
          </div>
          <Caption summary={summary} count={points.length} filled={filled} />
        </figure>
      )}
      <GrafanaLinks check={check.id} from={from} to={to} />
    </Drawer>
  );
}

function Caption({ summary, count, filled }: { summary: string[]; count: number; filled: number }) {
  const t = useTranslations("watch.chart");
  return (
    <figcaption className="pt-2 text-ink-2">
      {summary.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
      <span className="text-ink-3">
        {t("count", { count })}
        {filled === 0 ? "" : ` ${t("filled", { count: filled })}`}
      </span>
    </figcaption>
  );
}

function RangeButtons({ range, onChoose }: { range: Range; onChoose: (range: Range) => void }) {
  const t = useTranslations("watch.chart.range");
  return RANGES.map((one) => (
    <Button
      key={one}
      size="small"
      aria-pressed={one === range}
      tone={rangeTone(one, range)}
      onClick={() => onChoose(one)}
    >
      {t(one)}
    </Button>
  ));
}

/** What is to be said of the check now, in a word and a sentence. */
function Verdict({ row: { verdict, says } }: { row: CheckRow }) {
  const t = useTranslations("watch");
  const say = usePhrase();
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      {verdict === null ? (
        <StateMark tone="waiting">{t("waiting")}</StateMark>
      ) : (
        <StateMark tone={VERDICT_TONE[verdict]}>{t(`verdict.${verdict}`)}</StateMark>
      )}
      <span className="text-ink-2">{says === null ? "" : say(says)}</span>
    </p>
  );
}

function rangeTone(one: Range, chosen: Range): "primary" | "plain" {
  return one === chosen ? "primary" : "plain";
}

type Names = { new: string; old: string; one: string };

function useSideNames(): Names {
  const t = useTranslations("watch");
  const { plan } = useRelease();
  const named = plan.canary.find(({ newVersion, oldVersion }) => newVersion !== null || oldVersion !== null);
  return { new: named?.newVersion ?? plan.info.version, old: named?.oldVersion ?? t("old"), one: t("chart.value") };
}

function PointTable({ points, names, unit }: { points: ChartPoint[]; names: Names; unit: string }) {
  const t = useTranslations("watch.chart");
  const { plan } = useRelease();
  const sides = (["new", "old", "one"] as const).filter((side) => points.some((point) => point[side] !== undefined));
  return (
    <DataTable
      caption={t("table")}
      rows={points}
      rowKey={({ at }) => String(at)}
      columns={[
        { key: "at", header: t("time"), cell: ({ at }) => timeOfDay(at, plan.timeZone) },
        ...sides.map((side) => ({
          key: side,
          header: `${names[side]} ${unit}`,
          numeric: true,
          cell: (point: ChartPoint) => (typeof point[side] === "number" ? numberText(point[side]) : "–"),
        })),
      ]}
    />
  );
}
