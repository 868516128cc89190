"use client";

import { clsx } from "clsx";
import { Shape } from "@/components/ui/shape";
import { StateMark, type StateTone, TONE_COLOUR, TONE_SHAPE } from "@/components/ui/state-mark";
import { VERDICT_TONE } from "@/components/ui/watch/check-rows";
import type { Check } from "@/lib/domain/plan/plan";
import { describeEvent, eventRemark } from "@/lib/domain/release/describe";
import { formatElapsed } from "@/lib/i18n/format-duration";
import { formatClock, formatHourMinute } from "@/lib/i18n/format-time";
import { sayPhrase, useScene } from "./scene";

/** The checklist's sections as seven strips: what was signed, waived, has expired, is open. */
export function ChecklistTile() {
  const { plan, state, say } = useScene();
  const items = plan.sections.flatMap((section) => section.items).map((item) => state.items[item.id]);
  const closed = items.filter((item) => item !== undefined && item.status !== "open").length;
  const waived = items.filter((item) => item?.status === "waived").length;
  const expired = items.filter((item) => item?.status === "open" && item.expired !== null).length;
  return (
    <section className="w-tile">
      <h3>{say("checklist.title")}</h3>
      <p className="w-figure">
        {closed}
        <small> / {items.length}</small>
      </p>
      <ul className="w-strips">
        {plan.sections.map((section) => (
          <li key={section.id}>
            {section.items.map((item) => {
              const own = state.items[item.id];
              const status = own?.status === "open" && own.expired !== null ? "expired" : (own?.status ?? "open");
              return <i key={item.id} data-status={status} />;
            })}
          </li>
        ))}
      </ul>
      <p className="w-verdict">
        {expired > 0 ? <StateMark tone="warning">{say("checklist.expired", { count: expired })}</StateMark> : null}
        {waived > 0 ? <StateMark tone="caution">{say("checklist.waived", { count: waived })}</StateMark> : null}
        {expired === 0 && waived === 0 ? (
          <StateMark tone={closed === items.length ? "done" : "waiting"}>
            {closed === items.length
              ? say("checklist.allDone")
              : say("checklist.open", { count: items.length - closed })}
          </StateMark>
        ) : null}
      </p>
    </section>
  );
}

/** What the plan asks to measure. Without a watch each is hatched and says so: no data is never green. */
export function WatchTile() {
  const { plan, state, say } = useScene();
  const named = plan.checks.length > 0 ? plan.checks : null;
  const texts =
    named === null ? [...new Set(plan.canary.flatMap((stage) => stage.watch.map((watch) => watch.text)))] : [];
  const rows =
    named?.map((check: Check) => ({ key: check.id, name: check.name, own: state.checks[check.id] })) ??
    texts.map((text) => ({ key: text, name: text, own: undefined }));
  const shown = rows.slice(0, 4);
  return (
    <section className="w-tile">
      <h3>
        {say("watch.title")}
        {rows.length > shown.length ? <span>{say("more", { count: rows.length - shown.length })}</span> : null}
      </h3>
      {rows.length === 0 ? <p className="w-dim">{say("watch.none")}</p> : null}
      <ul className="w-watch">
        {shown.map(({ key, name, own }) => (
          <li key={key} className={own === undefined ? "hatch" : undefined}>
            <span className="name">{name}</span>
            {own === undefined ? (
              <span className="none">{say("watch.unwatched")}</span>
            ) : (
              <StateMark tone={VERDICT_TONE[own.verdict]}>{say(`verdict.${own.verdict}`)}</StateMark>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Could we go back now: against which target, and how ready the way is. */
export function RollbackTile() {
  const { plan, say } = useScene();
  const target = plan.rollback?.targetMin ?? null;
  return (
    <section className="w-tile">
      <h3>{say("rollback.title")}</h3>
      <p className="w-figure">
        {target === null ? "–" : `< ${target}`}
        <small> {say("rollback.minutes")}</small>
      </p>
      <ul className="w-lines">
        <RollbackLines />
        <LastSafeLine />
      </ul>
    </section>
  );
}

/** What was drilled, and whether P0 acts by itself. */
export function RollbackLines() {
  const { plan, state, say } = useScene();
  const { drill, armed } = state.rollback;
  const target = plan.rollback?.targetMin ?? null;
  const took = drill?.tookMs ?? null;
  const missed = took !== null && target !== null && took > target * 60_000;
  return (
    <>
      <li>
        {drill === null ? (
          <StateMark tone="unknown">{say("rollback.neverDrilled")}</StateMark>
        ) : (
          <StateMark tone={missed ? "warning" : "done"}>
            {say("rollback.drilled", {
              took: took === null ? "–" : formatElapsed(took),
              time: formatHourMinute(drill.releaseAt, plan.timeZone),
            })}
          </StateMark>
        )}
      </li>
      <li>
        <StateMark tone={armed === null ? "skipped" : "active"}>
          {say(armed === null ? "rollback.manual" : "rollback.armed")}
        </StateMark>
      </li>
    </>
  );
}

/** How late the way back may begin so that it still ends in the window. */
function LastSafeLine() {
  const { plan, state, forecast, now, say } = useScene();
  const canStill = state.status === "preparing" || state.status === "running" || state.status === "held";
  const lastSafe = canStill ? forecast.lastSafeRollback : null;
  if (lastSafe === null) return null;
  return (
    <li>
      <StateMark tone={now > lastSafe ? "warning" : "caution"}>
        {say(now > lastSafe ? "rollback.pastSafe" : "rollback.lastSafe", {
          time: formatHourMinute(lastSafe, plan.timeZone),
        })}
      </StateMark>
    </li>
  );
}

/** The log as a tile of its own. */
export function LogTile() {
  const { say } = useScene();
  return (
    <section className="w-tile w-log">
      <h3>{say("log.title")}</h3>
      <LogLines count={5} />
    </section>
  );
}

/** The newest facts of the log, newest first. */
export function LogLines({ count }: { count: number }) {
  const { plan, events, say } = useScene();
  const newest = events.slice(-count).reverse();
  return (
    <ol className="w-log-lines" aria-live="polite" aria-relevant="additions">
      {newest.map((event) => {
        const phrase = describeEvent(plan, event);
        const remark = event.type === "note.added" ? eventRemark(event) : "";
        return (
          <li key={event.seq}>
            <b>{formatClock(event.releaseAt, plan.timeZone)}</b>
            {sayPhrase(say, phrase)}
            {remark === "" ? "" : `: ${remark}`}
          </li>
        );
      })}
    </ol>
  );
}

type LampProps = { tone: StateTone; word: string; detail?: string; beat?: number };

/** One lamp of the footer. `beat` changes with every word heard: the lamp blinks once, slowly. */
export function Lamp({ tone, word, detail, beat }: LampProps) {
  return (
    <span className={clsx("w-lamp", TONE_COLOUR[tone])}>
      <span key={beat} className={beat === undefined ? undefined : "w-beat"}>
        <Shape name={TONE_SHAPE[tone]} />
      </span>
      {word}
      {detail === undefined ? null : <span className="w-dim">{detail}</span>}
    </span>
  );
}
