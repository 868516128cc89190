"use client";

import { Shape } from "@/components/ui/shape";
import { lastGoodAt } from "@/components/ui/watch/age";
import { blindKind, callEvidence, callKind, callSubject } from "@/components/ui/watch/call-words";
import { useCallTitle } from "@/components/ui/watch/use-call-title";
import { actorName } from "@/lib/domain/release/describe";
import { blindCallsAt, type StandingCall, standingCalls } from "@/lib/domain/release/standing-calls";
import { formatAge, formatElapsed, formatRemaining } from "@/lib/i18n/format-duration";
import { formatClock } from "@/lib/i18n/format-time";
import { sayPhrase, useScene } from "./scene";

/**
 * Under the header across the whole wall while somebody is called for a decision: what it is about, since when, who has taken it or
 * how long until it is escalated. It stands still: what does not flash can be read.
 */
export function CallBar() {
  const { plan, state, say } = useScene();
  const calls = standingCalls(plan, state);
  const [first] = calls;
  const open = calls.filter(({ acknowledged }) => acknowledged === null);
  const named = open[0];
  useCallTitle(
    named === undefined
      ? null
      : say(`call.kind.${callKind(plan, named.about)}`, { subject: callSubject(plan, named.about) }),
  );
  if (first !== undefined) return <OneCall call={first} more={calls.length - 1} />;
  return state.blind === null ? null : <Blind />;
}

function levelOf({ acknowledged, escalated }: StandingCall): "taken" | "escalated" | "open" {
  if (acknowledged !== null) return "taken";
  return escalated === null ? "open" : "escalated";
}

function OneCall({ call, more }: { call: StandingCall; more: number }) {
  const { plan, state, realNow, say } = useScene();
  const kind = callKind(plan, call.about);
  const evidence = callEvidence(plan, state, call.about);
  const level = levelOf(call);
  return (
    <div className="w-call" data-level={level} role="status">
      <Shape name={level === "escalated" ? "octagon" : "triangle"} />
      <p>
        <b>{say(`call.kind.${kind}`, { subject: callSubject(plan, call.about) })}</b>
        <span>
          {evidence === null ? say(`call.what.${kind}`) : `${sayPhrase(say, evidence)} · ${say(`call.what.${kind}`)}`}
          {kind === "source" ? <LastGood /> : null}
        </span>
      </p>
      <p className="w-call-side">
        <b>
          {call.acknowledged === null
            ? level === "escalated"
              ? say("call.escalated", { since: formatElapsed(realNow - call.at) })
              : say("call.escalates", { left: formatRemaining(call.escalatesAt - realNow) })
            : say("call.taken", { who: actorName(call.acknowledged.by) })}
        </b>
        <span>
          {call.acknowledged === null
            ? say("call.since", {
                time: formatClock(call.releaseAt, plan.timeZone),
                since: formatElapsed(realNow - call.at),
              })
            : say("call.takenAt", { time: formatClock(call.acknowledged.releaseAt, plan.timeZone) })}
          {more === 0 ? "" : ` · ${say("call.more", { count: more })}`}
        </span>
      </p>
    </div>
  );
}

/** Blind, and nobody is called yet: everything is frozen, and when a person is called. */
function Blind() {
  const { state, realNow, say } = useScene();
  const callsAt = blindCallsAt(state);
  if (callsAt === null) return null;
  const kind = blindKind(state.blind?.source ?? "");
  return (
    <div className="w-call" data-level="blind" role="status">
      <Shape name="hatch" />
      <p>
        <b>{say(`call.kind.${kind}`, { subject: state.blind?.source ?? "" })}</b>
        <span>
          {say(`call.what.${kind}`)}
          <LastGood />
        </span>
      </p>
      <p className="w-call-side">
        <b>{say("call.callsIn", { left: formatRemaining(callsAt - realNow) })}</b>
        <span>{say("call.noActs")}</span>
      </p>
    </div>
  );
}

function LastGood() {
  const { round, realNow, say } = useScene();
  const at = round === null ? null : lastGoodAt(round);
  return at === null ? null : ` · ${say("call.lastGood", { age: formatAge(realNow - at) })}`;
}
