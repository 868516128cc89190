import type { Refusal } from "./refusal";
import { accepted, refuse, refuseBy } from "./refuse";
import { type CommandOf, fact, type RuleTable, type Situation } from "./rule";

function acknowledged({ state }: Situation, { call }: CommandOf<"call.acknowledge">): Refusal | null {
  const by = state.calls[call]?.acknowledged ?? null;
  return by === null ? null : refuseBy(refuse("already", "call-already-acknowledged"), by, "call.acknowledged");
}

function notRehearsed({ state }: Situation): Refusal | null {
  return state.clock.mode === "rehearsal" ? null : refuse("not_allowed_now", "only-in-rehearsal");
}

/** What people answer to a call, and the faults that they put into a rehearsal's shop. */
export const callRules = {
  "call.acknowledge": {
    already: acknowledged,
    now: ({ state }, { call }) => (state.calls[call] === undefined ? refuse("not_allowed_now", "call-is-over") : null),
    carryOut: (situation, { call }) => accepted(fact(situation, { type: "call.acknowledged", payload: { call } })),
  },
  "fault.inject": {
    already: ({ state }, { fault, percent = null }) => {
      const own = state.faults[fault];
      if (own === undefined || own.percent !== percent) return null;
      return refuseBy(refuse("already", "fault-already-injected", { fault }), own, "fault.injected");
    },
    now: notRehearsed,
    carryOut: (situation, { fault, percent = null }) =>
      accepted(fact(situation, { type: "fault.injected", payload: { fault, percent } })),
  },
  "fault.clear": {
    now: (situation, { fault }) =>
      notRehearsed(situation) ??
      (situation.state.faults[fault] === undefined ? refuse("not_allowed_now", "no-such-fault", { fault }) : null),
    carryOut: (situation, { fault }) => accepted(fact(situation, { type: "fault.cleared", payload: { fault } })),
  },
} satisfies Pick<RuleTable, "call.acknowledge" | "fault.inject" | "fault.clear">;
