"use client";

import { clsx } from "clsx";
import { Shape } from "@/components/ui/shape";
import { StateMark, type StateTone, TONE_COLOUR, TONE_SHAPE } from "@/components/ui/state-mark";
import { actorName, describeEvent } from "@/lib/domain/release/describe";
import { hasDrillFailedSince } from "@/lib/domain/release/drill-conditions";
import { eventRemark } from "@/lib/domain/release/event-remark";
import { standingJob } from "@/lib/domain/release/job";
import { formatElapsed, formatTook } from "@/lib/i18n/format-duration";
import { formatClock, formatDay, formatHourMinute } from "@/lib/i18n/format-time";
import { sayPhrase, useScene } from "./scene";

/**
 * How long a rollback takes and who says so, and whether P0 acts by itself; where there is room, until when it may begin: the ribbon
 * shows that as well.
 */
export function RollbackLines({ isWide = false }: { isWide?: boolean }) {
  const { state, say } = useScene();
  const { armed } = state.rollback;
  return (
    <>
      <li className="w-wrap">
        <TakesLine />
      </li>
      {isWide ? <LastSafeLine /> : null}
      <li>
        <StateMark tone={armed === null ? "skipped" : "active"}>
          {say(armed === null ? "rollback.manual" : "rollback.armed")}
        </StateMark>
      </li>
    </>
  );
}

/** A bare time is taken for this night's: who looks hours later than this may mean another. */
const THIS_NIGHT_MS = 64_800_000;

function TakesLine() {
  const { plan, state, realNow, now, say } = useScene();
  const { drill } = state.rollback;
  const target = plan.rollback?.targetMin ?? null;
  // One that was withdrawn before anybody took it never ends: it does not stand.
  const own = standingJob(state, { kind: "drill" });
  if (own !== null) {
    return (
      <StateMark tone="active">
        {say("rollback.drilling", { since: formatElapsed(realNow - own.job.requested.at) })}
      </StateMark>
    );
  }
  const isInVain = hasDrillFailedSince(state);
  const inVain = isInVain ? ` · ${say("rollback.inVain")}` : "";
  if (drill === null) {
    return (
      <StateMark tone={isInVain ? "warning" : "unknown"}>
        {target === null ? say("rollback.neverDrilled") : say("rollback.onlyTarget", { minutes: target })}
        {inVain}
      </StateMark>
    );
  }
  const took = drill.tookMs;
  const missed = took !== null && target !== null && took > target * 60_000;
  const { releaseAt: at } = drill;
  const day = now - at > THIS_NIGHT_MS ? `${formatDay(at, plan.timeZone)} ` : "";
  const said = {
    took: took === null ? "–" : formatTook(took),
    time: day + formatHourMinute(at, plan.timeZone),
    who: actorName(drill.by),
  };
  return (
    <StateMark tone={missed || isInVain ? "warning" : drill.job === undefined ? "caution" : "done"}>
      {say(drill.job === undefined ? "rollback.said" : "rollback.drilled", said)}
      {inVain}
    </StateMark>
  );
}

/** How late the way back may begin so that it still ends in the window, and by whose figure. */
function LastSafeLine() {
  const { plan, state, forecast, now, say } = useScene();
  const canStill = state.status === "preparing" || state.status === "running" || state.status === "held";
  const { lastSafeRollback: at, rollbackTakes: takes } = forecast;
  if (!canStill || at === null || takes === null) return null;
  const time = formatHourMinute(at, plan.timeZone);
  return (
    <li className="w-wrap">
      <StateMark tone={now > at ? "warning" : "caution"}>
        {say(now > at ? "rollback.pastSafe" : "rollback.lastSafe", { time })}
      </StateMark>
      <span className="w-dim"> {say(`rollback.by.${takes.by}`)}</span>
    </li>
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
