import { POLICY } from "../policy/policy";
import { holdAfter, rollbackStart } from "./consequences";
import { rollbackBegun } from "./decide-rollback";
import { gateMoot, gateThing, roundOver } from "./gate-refusals";
import { expiresInMs, gateRow, gateStanding } from "./gate-standing";
import { requestTrafficBack } from "./job-requests";
import type { Refusal } from "./refusal";
import { accepted, refuse, refuseBy } from "./refuse";
import { releaseIs } from "./release-standing";
import { type CommandOf, fact, type RuleTable, type Situation } from "./rule";

function notExpired(situation: Situation, { gate, round }: CommandOf<"gate.expire">): Refusal | null {
  const { plan, state, releaseNow } = situation;
  const row = gateRow(plan, state, gate);
  if (row === null) return null;
  if (row.own.status !== "voting" || row.own.round !== round) {
    return refuse("not_allowed_now", "gate-is", { gate, status: row.own.status });
  }
  const moot = gateMoot(state, row.gate);
  if (moot !== null) return moot;
  const left = expiresInMs(plan, state, row.gate, releaseNow);
  if (left === null) return state.status === "running" ? refuse("not_allowed_now", "not-due") : releaseIs(state);
  return left > 0 ? refuse("not_allowed_now", "not-due", { remainingMs: left }) : null;
}

/** While a release neither goes nor stands, its gates and plans have no say. */
function notUnderWay({ state }: Situation): Refusal | null {
  return POLICY["rollback.start"].statuses.includes(state.status) ? null : releaseIs(state);
}

function notLapsed({ plan, state, releaseNow }: Situation, { gate, round }: CommandOf<"gate.lapse">): Refusal | null {
  const row = gateRow(plan, state, gate);
  if (row === null) return null;
  if (row.own.status !== "decided" || row.own.round !== round) {
    return refuse("not_allowed_now", "gate-is", { gate, status: row.own.status });
  }
  if (gateStanding(state, row.gate, releaseNow) === "lapsed") return null;
  return refuse("not_allowed_now", "not-due");
}

type SystemCommands = "gate.expire" | "gate.lapse" | "rollback.due";

/** What the engine asks for when a time has come. */
export const systemRules = {
  "gate.expire": {
    thing: gateThing,
    already: roundOver,
    now: notExpired,
    carryOut: (situation, { gate, round }) => {
      const outcome = situation.index.gates.get(gate)?.timeout.outcome ?? "stay";
      const expired = fact(situation, { type: "gate.expired", payload: { gate, round, outcome } });
      return outcome === "hold" ? accepted(expired, ...holdAfter(situation, null)) : accepted(expired);
    },
  },
  "gate.lapse": {
    thing: gateThing,
    now: (situation, command) => notUnderWay(situation) ?? notLapsed(situation, command),
    carryOut: (situation, { gate, round }) =>
      accepted(fact(situation, { type: "gate.lapsed", payload: { gate, round } })),
  },
  "rollback.due": {
    already: rollbackBegun,
    now: (situation) => {
      const { state, releaseNow } = situation;
      const { scheduled, status } = state.rollback;
      if (status !== "scheduled" || scheduled === null) return refuse("not_allowed_now", "nothing-scheduled");
      const ended = notUnderWay(situation);
      if (ended !== null) return ended;
      const remainingMs = scheduled.dueAt - releaseNow;
      if (remainingMs <= 0) return null;
      return refuseBy(refuse("not_allowed_now", "not-due", { remainingMs }), scheduled, "rollback.scheduled");
    },
    carryOut: (situation) => {
      const reason = situation.state.rollback.scheduled?.reason ?? null;
      const started = fact(situation, rollbackStart(situation.state, situation.index, { reason, trigger: null }));
      return accepted(started, ...requestTrafficBack(situation));
    },
  },
} satisfies Pick<RuleTable, SystemCommands>;
