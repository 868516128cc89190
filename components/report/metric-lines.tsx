import { useTranslations } from "next-intl";
import { StateMark } from "@/components/ui/state-mark";
import { type CheckRow, checkRows, checkTitle, VERDICT_TONE } from "@/components/ui/watch/check-rows";
import { checkSeries } from "@/components/ui/watch/check-series";
import { figureOf, numberText, thresholdOf } from "@/components/ui/watch/figure";
import { SparkLine } from "@/components/ui/watch/spark-line";
import type { SamplePoint } from "@/lib/contracts/round";
import type { Plan } from "@/lib/domain/plan/plan";
import type { ReleaseState } from "@/lib/domain/release/state";
import { type History, historyOf } from "@/lib/queries/release/history";
import { ReportPart } from "./report-part";

type Props = { plan: Plan; state: ReleaseState; samples: readonly SamplePoint[] };

/** What every check was at from its first measurement to its last, with the verdict that it ended with. */
export function MetricLines({ plan, state, samples }: Props) {
  const t = useTranslations("report.metrics");
  const history = historyOf(samples);
  const rows = checkRows(plan, state, null).filter((row) => checkSeries(row, history).length > 0);
  if (rows.length === 0) return null;
  return (
    <ReportPart id="metrics" title={t("title")} note={rows.length}>
      {state.clock.mode === "rehearsal" ? <p className="pb-2 font-bold text-rehearsal">{t("simulated")}</p> : null}
      <ul className="grid gap-x-8 sm:grid-cols-2 print:grid-cols-2">
        {rows.map((row) => (
          <Metric key={row.check.id} plan={plan} state={state} row={row} history={history} />
        ))}
      </ul>
    </ReportPart>
  );
}

type MetricProps = { plan: Plan; state: ReleaseState; row: CheckRow; history: History };

function Metric({ plan, state, row, history }: MetricProps) {
  const t = useTranslations("report.metrics");
  const verdicts = useTranslations("watch.verdict");
  const { check, verdict } = row;
  const series = checkSeries(row, history);
  const { unit } = figureOf(check.measure, 0);
  return (
    <li className="break-inside-avoid border-line border-b py-2.5">
      <p className="flex items-baseline justify-between gap-3">
        <span className="min-w-0">{checkTitle(plan, check)}</span>
        {verdict === null ? null : <StateMark tone={VERDICT_TONE[verdict]}>{verdicts(verdict)}</StateMark>}
      </p>
      <div className="relative my-1 h-12 text-xs">
        <SparkLine series={series} threshold={thresholdOf(check.measure, state.traffic.wanted)} />
      </div>
      {series.map(({ key, className, points }) => {
        const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
        if (values.length === 0) return null;
        const range = { low: numberText(Math.min(...values)), high: numberText(Math.max(...values)), unit };
        return (
          <p key={key} className={className === "spark-old" ? "text-old text-sm" : "text-ink-2 text-sm"}>
            {t(`side.${key}`)} {t("range", range)}
          </p>
        );
      })}
    </li>
  );
}
