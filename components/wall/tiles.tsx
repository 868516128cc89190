"use client";

import { clsx } from "clsx";
import { Shape } from "@/components/ui/shape";
import { StateMark, type StateTone, TONE_COLOUR, TONE_SHAPE } from "@/components/ui/state-mark";
import { describeEvent } from "@/lib/domain/release/describe";
import { eventRemark } from "@/lib/domain/release/event-remark";
import { formatElapsed } from "@/lib/i18n/format-duration";
import { formatClock, formatHourMinute } from "@/lib/i18n/format-time";
import { sayPhrase, useScene } from "./scene";

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
