"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { usePhrase } from "@/components/ui/phrase";
import { StateMark } from "@/components/ui/state-mark";
import { actorName } from "@/lib/domain/release/describe";
import { useHistory } from "@/lib/queries/release/use-history";
import { useNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";
import { useRound } from "@/lib/queries/release/use-round";
import { timeOfDay } from "../release/time-text";
import { ageOf, lastGoodAt } from "./age";
import { type CheckRow, checkTitle, VERDICT_TONE } from "./check-rows";
import { checkSeries, lastValueAt } from "./check-series";
import { dismissalOf } from "./dismissed";
import { changeOf, figureOf, thresholdOf } from "./figure";
import { SparkLine } from "./spark-line";

type Props = { row: CheckRow; onOpen?: ((check: string) => void) | undefined; short?: boolean | undefined };

/** One check on a desk: figure against the old version, line, verdict, sentence; pressed, it shows its whole history. */
export function CheckCard({ row, onOpen, short = false }: Props) {
  const say = usePhrase();
  const { plan, state } = useRelease();
  const { check, says } = row;
  const history = useHistory();
  const threshold = thresholdOf(check.measure, state.traffic.wanted);
  return (
    <li className="relative grid gap-x-3 gap-y-0.5 border-line border-b px-5 py-2.5 hover:bg-active">
      <div className="flex items-baseline justify-between gap-3">
        <h4 className="min-w-0 truncate" title={check.text}>
          {onOpen === undefined ? (
            checkTitle(plan, check)
          ) : (
            <button
              type="button"
              className="text-left after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
              onClick={() => onOpen(check.id)}
            >
              {checkTitle(plan, check)}
            </button>
          )}
        </h4>
        <Verdict row={row} />
      </div>
      <div className="grid grid-cols-[minmax(0,auto)_minmax(6rem,1fr)] items-center gap-4">
        <Figures row={row} />
        <div className="relative h-10 text-xs">
          <SparkLine series={checkSeries(row, history)} threshold={threshold} />
        </div>
      </div>
      {says === null ? null : <p className={clsx("text-ink-2 text-sm", short && "truncate")}>{say(says)}</p>}
      <Muted check={check.id} />
    </li>
  );
}

/** A failing check that calls nobody says why. */
export function Muted({ check }: { check: CheckRow["check"]["id"] }) {
  const t = useTranslations("watch");
  const { plan, state } = useRelease();
  const dismissal = dismissalOf(plan, state, check);
  if (dismissal === null) return null;
  const at = (time: number) => timeOfDay(time, plan.timeZone);
  const { by, releaseAt, reason, until } = dismissal;
  return (
    <p className="text-serious text-sm">
      {t("dismissed", { who: actorName(by), time: at(releaseAt), reason, until: at(until) })}
    </p>
  );
}

function Verdict({ row }: { row: CheckRow }) {
  const { verdict, blind } = row;
  const t = useTranslations("watch");
  const round = useRound();
  const now = useNow();
  const last = lastValueAt(row, useHistory());
  // What this screen has never seen a value of is as old as the last good answer of its sources.
  const at = last ?? (verdict === "errored" && round !== null ? lastGoodAt(round) : null);
  const ageMs = at === null ? null : Math.max(0, now - at);
  const age = ageMs === null ? "fresh" : ageOf(ageMs, round?.evidence.intervalMs ?? 0);
  const seconds = Math.round((ageMs ?? 0) / 1000);
  const isMissing = age === "gone" || verdict === "errored" || verdict === "no_data";
  if (isMissing && ageMs !== null) {
    return <span className="hatch shrink-0 px-2 text-ink">{t("stale", { seconds })}</span>;
  }
  return (
    <span className="flex shrink-0 items-baseline gap-2.5">
      {ageMs === null ? null : (
        <span className={clsx("text-sm", age === "old" ? "text-serious" : "text-ink-3")}>{t("age", { seconds })}</span>
      )}
      {verdict === null ? (
        <StateMark tone="waiting">{t("waiting")}</StateMark>
      ) : (
        <StateMark tone={VERDICT_TONE[verdict]}>{t(`verdict.${blind ? "blind" : verdict}`)}</StateMark>
      )}
    </span>
  );
}

function Figures({ row: { check, value } }: { row: CheckRow }) {
  const t = useTranslations("watch");
  const { plan } = useRelease();
  const hasOne = check.measure.kind === "limit" || check.measure.kind === "serving";
  const now = figureOf(check.measure, hasOne ? value.one : value.new);
  const old = value.old === null ? null : figureOf(check.measure, value.old);
  const change = changeOf(check.measure, value);
  const name = plan.canary.find(({ oldVersion }) => oldVersion !== null)?.oldVersion ?? t("old");
  return (
    <p className="whitespace-nowrap">
      <span className="text-2xl">{now.text}</span>
      <span className="ml-1 text-ink-2">{now.unit}</span>
      {old === null ? null : (
        <span className="ml-3 text-old text-sm">
          {name} {old.text} {old.unit}
        </span>
      )}
      {change === null || change.way === "same" ? null : (
        <span className="ml-2 text-ink-2 text-sm">
          {change.up ? "↑" : "↓"} {t(change.way)} {change.text}
        </span>
      )}
    </p>
  );
}
