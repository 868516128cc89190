"use client";

import { clsx } from "clsx";
import { Shape } from "@/components/ui/shape";
import { StateMark, type StateTone, TONE_COLOUR, TONE_SHAPE } from "@/components/ui/state-mark";
import type { Gate } from "@/lib/domain/plan/plan";
import type { Condition } from "@/lib/domain/release/condition";
import { openGate } from "@/lib/domain/release/current";
import { gateName, nameOf, roleName } from "@/lib/domain/release/describe";
import { describeCondition } from "@/lib/domain/release/describe-condition";
import { gateConditions } from "@/lib/domain/release/gate-conditions";
import { expiresInMs, gateStanding, isMoot, isUsed } from "@/lib/domain/release/gate-standing";
import type { GateState } from "@/lib/domain/release/state";
import { formatElapsed, formatLate } from "@/lib/i18n/format-duration";
import { formatClock, formatHourMinute } from "@/lib/i18n/format-time";
import { byName, ownerNames } from "./names";
import { type Scene, sayPhrase, useScene } from "./scene";

const ROWS_SHOWN = 4;
/** A call takes its room from everything else. */
const ROWS_BESIDE_CALLS = 3;

/** The gate that matters now: the one that votes, else one that was decided and not yet passed, else the next. */
function gateToShow({ plan, state }: Scene): Gate | null {
  const ahead = plan.gates
    .filter((gate) => !isMoot(state, gate) && !isUsed(state, gate))
    .toSorted((a, b) => a.order - b.order);
  return openGate(plan, state) ?? ahead.find((gate) => state.gates[gate.id]?.status !== "shut") ?? ahead[0] ?? null;
}

function gateHeadline(scene: Scene, gate: Gate, own: GateState): string {
  const { plan, state, now, say } = scene;
  const standing = gateStanding(state, gate, now);
  if (standing === "voting") {
    const left = expiresInMs(plan, state, gate, now);
    if (left === null) return say("gate.round", { round: own.round });
    if (left < 0) return say("gate.late", { late: formatLate(-left) });
    const share = state.traffic.wanted;
    return say(`gate.deadline.${gate.timeout.outcome}`, { time: formatHourMinute(now + left, plan.timeZone), share });
  }
  const decision = own.decision;
  if (decision !== null && (standing === "go" || standing === "no_go")) {
    return say(`gate.${standing}`, { time: formatClock(decision.releaseAt, plan.timeZone), who: byName(decision) });
  }
  return say(`gate.${standing}`, { stage: gate.after === null ? "" : nameOf(plan, gate.after) });
}

function Votes({ gate, own }: { gate: Gate; own: GateState }) {
  const { plan, state, now, say } = useScene();
  const zone = plan.timeZone;
  return (
    <ul
      className="w-votes"
      style={{ gridTemplateColumns: `repeat(${Math.min(6, Math.max(1, gate.voters.length))}, minmax(0, 1fr))` }}
    >
      {gate.voters.map((role) => {
        const vote = own.votes[role];
        const tone: StateTone = vote === undefined ? "waiting" : vote.vote === "go" ? "go" : "no-go";
        const opened = own.status === "voting" ? own.opened : null;
        return (
          <li key={role} className={TONE_COLOUR[tone]}>
            <span className="role">{roleName(plan, role)}</span>
            <span className="name">{state.roles[role]?.person.name ?? say("gate.nobody")}</span>
            <StateMark tone={tone} className="vote">
              {vote === undefined
                ? say(own.status === "shut" ? "gate.notYet" : "gate.waiting")
                : say(`vote.${vote.vote}`)}
            </StateMark>
            <span className="time">
              {vote !== undefined
                ? formatClock(vote.releaseAt, zone)
                : opened === null
                  ? ""
                  : say("gate.waited", { time: formatElapsed(now - opened.releaseAt) })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function conditionTone(condition: Condition): StateTone {
  if (condition.kind === "no_go" || condition.kind === "proposal") return "no-go";
  if (condition.kind === "hold") return "held";
  if (condition.kind === "check" || condition.kind === "source" || condition.kind === "band") return "warning";
  return condition.facts["expired"] === undefined || condition.facts["expired"] === 0 ? "waiting" : "warning";
}

/** What still stands between here and a GO, worst first; the votes are shown above and not said twice. */
function Needs({ gate }: { gate: Gate }) {
  const scene = useScene();
  const { plan, state, realNow, round, say } = scene;
  const all = gateConditions({ plan, state, now: realNow, evidence: round?.evidence ?? null }, gate.id);
  const unwatched = all.filter((condition) => condition.met === "not_watched");
  const unmet = all.filter((condition) => condition.met === "unmet" && condition.kind !== "votes");
  const rank = (condition: Condition) => ["no-go", "held", "warning", "waiting"].indexOf(conditionTone(condition));
  const sorted = unmet.toSorted((a, b) => rank(a) - rank(b));
  const rows = state.blind !== null || Object.keys(state.calls).length > 0 ? ROWS_BESIDE_CALLS : ROWS_SHOWN;
  const room = unwatched.length > 0 ? rows - 1 : rows;
  const shown = sorted.length > room ? sorted.slice(0, room - 1) : sorted;
  const names = [
    ...new Set(unwatched.map((one) => (one.subject === "" ? say(`unwatched.${one.kind}`) : nameOf(plan, one.subject)))),
  ];
  return (
    <ul className="w-needs">
      {shown.map((condition) => {
        const tone = conditionTone(condition);
        const phrase = describeCondition(plan, condition);
        return (
          <li key={condition.key}>
            <span className={TONE_COLOUR[tone]}>
              <Shape name={TONE_SHAPE[tone]} />
            </span>
            <span>{sayPhrase(say, phrase)}</span>
            <span className="w-dim">{ownerNames(scene, condition.owners)}</span>
          </li>
        );
      })}
      {sorted.length > shown.length ? (
        <li>
          <span />
          <span className="w-dim">{say("gate.more", { count: sorted.length - shown.length })}</span>
        </li>
      ) : null}
      {sorted.length === 0 ? (
        <li>
          <span className="text-normal">
            <Shape name="tick" />
          </span>
          <span>{say("gate.nothingMissing")}</span>
        </li>
      ) : null}
      {names.length > 0 ? (
        <li className="w-dim">
          <span className="text-off">
            <Shape name="hatch" />
          </span>
          <span>{say("gate.unwatched", { names: names.join(say("list")) })}</span>
        </li>
      ) : null}
    </ul>
  );
}

/** The hold point: who has voted what, what is still missing and from whom, until when. */
export function GatePanel() {
  const scene = useScene();
  const gate = gateToShow(scene);
  const own = gate === null ? undefined : scene.state.gates[gate.id];
  if (gate === null || own === undefined) {
    return (
      <section className="w-gate-panel">
        <h2>
          <span>{scene.say("gate.allPassed")}</span>
        </h2>
      </section>
    );
  }
  const guarded = gate.before.kind === "completion" ? scene.say("phrases.word.completion") : gateName(scene.plan, gate);
  const standing = gateStanding(scene.state, gate, scene.now);
  return (
    <section className="w-gate-panel">
      <h2>
        <span className="title">{scene.say("gate.title", { number: gate.order, gate: guarded })}</span>
        <span className={clsx("facts", standing === "go" && "text-normal", standing === "no_go" && "text-critical")}>
          {gateHeadline(scene, gate, own)}
        </span>
      </h2>
      <Votes gate={gate} own={own} />
      <Needs gate={gate} />
    </section>
  );
}
