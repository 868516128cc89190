import type { GateId } from "../plan/ids";
import { holdAfter, rollbackStart } from "./consequences";
import type { Decision } from "./decision";
import { gateConditions } from "./gate-conditions";
import { gateThing, notReopenable, notVoting, roundOver } from "./gate-refusals";
import { gateStanding } from "./gate-standing";
import { requestTrafficBack } from "./job-requests";
import { accepted, refuse, refuseBy, refused, refuseUnmet } from "./refuse";
import type { CommandOf, RuleTable } from "./rule";
import { consequence, fact, type Situation, written } from "./rule";

function unmetKeys(situation: Situation, gate: GateId): string[] {
  const conditions = gateConditions(situation, gate);
  return conditions.filter((condition) => condition.met === "unmet").map((condition) => condition.key);
}

function notWatched(situation: Situation, gate: GateId): string[] {
  const conditions = gateConditions(situation, gate);
  return conditions.filter((condition) => condition.met === "not_watched").map((condition) => condition.key);
}

function decided(situation: Situation, command: CommandOf<"gate.decide">) {
  const { gate, round, decision, reason } = command;
  const then = decision === "go" ? null : (command.then ?? "hold");
  return fact(situation, {
    type: "gate.decided",
    payload: {
      gate,
      round,
      decision,
      then,
      reason: written(reason),
      notWatched: notWatched(situation, gate),
      evidence: situation.evidence,
    },
  });
}

function go(situation: Situation, command: CommandOf<"gate.decide">): Decision {
  if (command.expectedSeq === undefined) return refused(refuse("invalid", "seq-missing"));
  if (command.then !== undefined) return refused(refuse("invalid", "then-with-go"));
  const unmet = refuseUnmet(gateConditions(situation, command.gate));
  return unmet === null ? accepted(decided(situation, command)) : refused(unmet);
}

/** A NO-GO stops in the same moment: it holds, or it begins the rollback. */
function noGo(situation: Situation, command: CommandOf<"gate.decide">): Decision {
  const reason = written(command.reason);
  if (command.then !== "rollback") return accepted(decided(situation, command), ...holdAfter(situation, reason));
  const rollback = rollbackStart(situation.state, situation.index, { reason, trigger: null });
  return accepted(decided(situation, command), fact(situation, rollback), ...requestTrafficBack(situation));
}

function override(situation: Situation, { gate, round, reason }: CommandOf<"gate.override">): Decision {
  const row = situation.index.gates.get(gate);
  const unmet = unmetKeys(situation, gate);
  const why = reason.trim();
  if (row?.fourEyes === true) {
    return accepted(fact(situation, { type: "override.requested", payload: { gate, round, reason: why, unmet } }));
  }
  const payload = { gate, round, reason: why, unmet, evidence: situation.evidence };
  return accepted(fact(situation, { type: "gate.overridden", payload }));
}

function confirm(situation: Situation, { gate, round }: CommandOf<"gate.confirm">): Decision {
  const asked = situation.state.gates[gate]?.override ?? null;
  if (asked === null) return refused(refuse("not_allowed_now", "no-override-requested", { gate }));
  const { actor } = situation;
  if (asked.by.kind === "person" && actor.kind === "person" && asked.by.person === actor.person) {
    const refusal = refuse("needs_second_person", "second-person-needed", { gate });
    return refused(refuseBy(refusal, asked, "override.requested"));
  }
  const unmet = unmetKeys(situation, gate);
  const payload = { gate, round, reason: asked.reason, unmet, evidence: situation.evidence };
  return accepted(fact(situation, { type: "gate.overridden", payload }));
}

/** A go whose time is over has lapsed, also when its timer has not said so yet. */
function reopen(situation: Situation, { gate }: CommandOf<"gate.reopen">): Decision {
  const row = situation.index.gates.get(gate);
  const own = situation.state.gates[gate];
  if (row === undefined || own === undefined) return refused(refuse("unknown_id", "unknown-gate", { id: gate }));
  const opened = fact(situation, { type: "gate.opened", payload: { gate, round: own.round + 1 } });
  const lapsed = own.status === "decided" && gateStanding(situation.state, row, situation.releaseNow) === "lapsed";
  if (!lapsed) return accepted(opened);
  return accepted(consequence({ type: "gate.lapsed", payload: { gate, round: own.round } }), opened);
}

type GateCommands = "gate.decide" | "gate.override" | "gate.confirm" | "gate.reopen";

/** How a gate is decided, overridden and opened again. */
export const gateRules = {
  "gate.decide": {
    thing: gateThing,
    already: roundOver,
    now: notVoting,
    carryOut: (situation, command) => (command.decision === "go" ? go(situation, command) : noGo(situation, command)),
  },
  "gate.override": {
    thing: gateThing,
    already: (situation, command) => {
      const over = roundOver(situation, command);
      const own = situation.state.gates[command.gate];
      if (over !== null || own?.override == null || own.round !== command.round) return over;
      const refusal = refuse("already", "override-already-requested", { gate: command.gate });
      return refuseBy(refusal, own.override, "override.requested");
    },
    now: (situation, command) =>
      notVoting(situation, command) ??
      (unmetKeys(situation, command.gate).length === 0
        ? refuse("not_allowed_now", "nothing-to-override", { gate: command.gate })
        : null),
    text: ({ reason }) => reason,
    carryOut: override,
  },
  "gate.confirm": {
    thing: gateThing,
    already: roundOver,
    now: (situation, command) =>
      notVoting(situation, command) ??
      (situation.state.gates[command.gate]?.override == null
        ? refuse("not_allowed_now", "no-override-requested", { gate: command.gate })
        : null),
    carryOut: confirm,
  },
  "gate.reopen": {
    thing: gateThing,
    already: ({ state }, { gate }) => {
      const own = state.gates[gate];
      if (own?.status !== "voting") return null;
      return refuseBy(refuse("already", "gate-already-open", { gate, round: own.round }), own.opened, "gate.opened");
    },
    now: notReopenable,
    carryOut: reopen,
  },
} satisfies Pick<RuleTable, GateCommands>;
