"use client";

import { StateMark } from "@/components/ui/state-mark";
import { ageOf, lastGoodAt } from "@/components/ui/watch/age";
import { type CheckRow, checkTitle, VERDICT_TONE } from "@/components/ui/watch/check-rows";
import { checkSeries, lastValueAt } from "@/components/ui/watch/check-series";
import { changeOf, figureOf, thresholdOf } from "@/components/ui/watch/figure";
import { SparkLine } from "@/components/ui/watch/spark-line";
import { formatAge } from "@/lib/i18n/format-duration";
import { versionNames } from "./names";
import { sayPhrase, useScene } from "./scene";
import { wholeClauses } from "./whole-clauses";

/** Four lines of a tile, behind the word of the verdict; see the style sheet. */
const SENTENCE_EM = 48;

/** One check: what it is at, against what, and what the judge says of it. */
export function CheckTile({ row }: { row: CheckRow }) {
  const { plan, state, round, realNow, history, say } = useScene();
  const { check, verdict, says, blind } = row;
  const at = lastValueAt(row, history) ?? (verdict === "errored" && round !== null ? lastGoodAt(round) : null);
  const ageMs = at === null ? null : Math.max(0, realNow - at);
  const age = ageMs === null ? "fresh" : ageOf(ageMs, round?.evidence.intervalMs ?? 0);
  const isMissing = age === "gone" || verdict === "errored" || verdict === "no_data";
  const threshold = thresholdOf(check.measure, state.traffic.wanted);
  const tone = age === "gone" || verdict === null ? "unknown" : VERDICT_TONE[verdict];
  return (
    <section className="w-tile w-check" data-verdict={verdict ?? "none"} data-age={age}>
      <h3>
        <b>{checkTitle(plan, check)}</b>
        {ageMs === null ? null : (
          <span className={age === "fresh" ? undefined : "w-late"}>{say("ago", { age: formatAge(ageMs) })}</span>
        )}
      </h3>
      <CheckFigures row={row} />
      <div className="w-spark">
        <SparkLine series={checkSeries(row, history)} threshold={threshold} />
      </div>
      <p className="w-verdict">
        <StateMark tone={tone}>
          {isMissing && ageMs !== null
            ? say("watch.stale", { age: formatAge(ageMs) })
            : say(verdict === null ? "watch.waiting" : `verdict.${blind ? "blind" : verdict}`)}
        </StateMark>
        {says === null ? null : <span className="w-says">{wholeClauses(sayPhrase(say, says), SENTENCE_EM)}</span>}
      </p>
    </section>
  );
}

/** New against old: the colours of the lines, and the versions' names. What is worse is said by an arrow and a word, never by red or green. */
function CheckFigures({ row: { check, value } }: { row: CheckRow }) {
  const scene = useScene();
  const names = versionNames(scene);
  const one = value.one !== null || check.measure.kind === "limit";
  const figure = figureOf(check.measure, one ? value.one : value.new);
  const old = value.old === null ? null : figureOf(check.measure, value.old);
  const change = changeOf(check.measure, value);
  // Another unit than a sign is said once, by the figure.
  const oldUnit = old?.unit === "%" ? "%" : figure.unit === "" ? ` ${old?.unit ?? ""}` : "";
  return (
    <div className="w-figures">
      <p className="w-figure">
        {figure.text}
        <small>{figure.unit}</small>
      </p>
      {old === null ? null : (
        <p>
          <span className="w-old">
            {names.old} {old.text}
            {oldUnit}
          </span>
          {change === null || change.way === "same" ? null : (
            <span>
              {change.up ? "↑" : "↓"} {scene.say(`watch.${change.way}`)} {change.text}
            </span>
          )}
        </p>
      )}
    </div>
  );
}
