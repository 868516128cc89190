"use client";

import { StateMark } from "@/components/ui/state-mark";
import { observedShare, trafficLamp } from "@/components/ui/watch/lamps";
import { unconfirmedShare } from "@/lib/domain/release/traffic-back";
import { formatLate, formatRemaining } from "@/lib/i18n/format-duration";
import { formatClock, formatDate, formatHourMinute, formatZone } from "@/lib/i18n/format-time";
import { versionNames } from "./names";
import { type Scene, useScene } from "./scene";
import { RELEASE_TONE } from "./status-tone";

/** How many timed stages there are and which one it is at. */
function stageCount({ plan, state }: Scene): string | null {
  const order = plan.stages.findLastIndex((stage) => (state.stages[stage.id]?.status ?? "pending") !== "pending");
  return order < 0 ? null : `${order + 1} / ${plan.stages.length}`;
}

function stateFacts(scene: Scene): { key: string; text: string; late?: boolean }[] {
  const { state, forecast, plan, say } = scene;
  const facts: { key: string; text: string; late?: boolean }[] = [];
  const count = stageCount(scene);
  if (count !== null) facts.push({ key: "stage", text: say("header.stage", { count }) });
  if (forecast.lateMs >= 1000) {
    facts.push({ key: "late", late: true, text: say("header.late", { late: formatLate(forecast.lateMs) }) });
  }
  const going = state.status === "running" || state.status === "held" || state.status === "preparing";
  if (going && forecast.endsAt !== null) {
    const time = formatHourMinute(forecast.endsAt, plan.timeZone);
    const over = forecast.overrunMs > 0;
    facts.push(
      over
        ? { key: "end", late: true, text: say("header.endsLate", { time, over: formatLate(forecast.overrunMs) }) }
        : { key: "end", text: say("header.ends", { time }) },
    );
  }
  return facts;
}

function Identity() {
  const scene = useScene();
  const { plan, state, say } = scene;
  const { mode, speed } = state.clock;
  const scheduled = state.rollback.status === "scheduled" ? state.rollback.scheduled : null;
  return (
    <div className="w-identity">
      <h1>
        {plan.info.version}
        <small>{plan.subtitle ?? plan.title}</small>
      </h1>
      <p className="w-state">
        {mode === "rehearsal" ? <span className="w-rehearsal">{say("header.rehearsal", { speed })}</span> : null}
        <StateMark tone={RELEASE_TONE[state.status]}>{say(`status.${state.status}`)}</StateMark>
        {scheduled === null ? null : (
          <StateMark tone="reverting">
            {say("header.scheduled", { time: formatHourMinute(scheduled.dueAt, plan.timeZone) })}
          </StateMark>
        )}
        {stateFacts(scene).map((fact) => (
          <span key={fact.key} className={fact.late === true ? "w-late" : "w-dim"}>
            {fact.text}
          </span>
        ))}
      </p>
    </div>
  );
}

function Split() {
  const { plan, state } = useScene();
  const unconfirmed = unconfirmedShare(plan, state);
  const share = unconfirmed ?? state.traffic.wanted;
  return (
    <div className="w-split">
      <div className="w-bar" aria-hidden="true">
        {share <= 0 ? null : <i className={unconfirmed === null ? "new" : "unknown"} style={{ width: `${share}%` }} />}
        {share >= 100 ? null : <i className="old" />}
      </div>
      {unconfirmed === null ? <SplitWords /> : <Unconfirmed before={unconfirmed} />}
    </div>
  );
}

function SplitWords() {
  const scene = useScene();
  const { wanted } = scene.state.traffic;
  const observed = observedShare(scene.state, scene.round);
  const { tone } = trafficLamp(scene.state, scene.round);
  const names = versionNames(scene);
  const measured =
    observed === null ? scene.say("traffic.unmeasured") : scene.say("traffic.observed", { share: observed });
  return (
    <p>
      <span className="new">
        {scene.say("traffic.wanted", { version: names.new, share: wanted })}{" "}
        <span className={tone === "no-go" ? "w-late" : "w-dim"}>{measured}</span>
      </span>
      <span className="old">{scene.say("traffic.rest", { version: names.old, share: 100 - wanted })}</span>
    </p>
  );
}

/** A rollback wants the traffic back; until somebody has confirmed it, nobody may read that it is. */
function Unconfirmed({ before }: { before: number }) {
  const scene = useScene();
  const { wanted } = scene.state.traffic;
  return (
    <p>
      <span className="w-late">
        {scene.say("traffic.unconfirmed", { version: versionNames(scene).new, share: wanted })}
      </span>
      <span className="w-dim">{scene.say("traffic.before", { share: before })}</span>
    </p>
  );
}

function Clock() {
  const { plan, now, forecast, state, locale, say } = useScene();
  const zone = plan.timeZone;
  const left = forecast.windowEnd === null ? null : forecast.windowEnd - now;
  const beforeStart = now < forecast.windowStart;
  return (
    <div className="w-clock">
      <b>{formatClock(now, zone)}</b>
      <p>
        {formatDate(now, zone, locale)} · {formatZone(now, zone, locale)}
        {left === null || beforeStart || state.ended !== null ? null : (
          <span className={left < 0 ? "w-late" : undefined}>
            {" · "}
            {left < 0
              ? say("header.windowOver", { over: formatLate(-left) })
              : say("header.windowLeft", { left: formatRemaining(left) })}
          </span>
        )}
      </p>
    </div>
  );
}

/** Which release, how it stands, where the traffic is, what time it is. */
export function WallHeader() {
  return (
    <header className="w-header">
      <Identity />
      <Split />
      <Clock />
    </header>
  );
}
