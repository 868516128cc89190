import type { Refusal } from "./refusal";
import { accepted, refuse, refuseBy } from "./refuse";
import { type CommandOf, fact, type RuleTable, type Situation } from "./rule";

function acknowledged({ state }: Situation, { call }: CommandOf<"call.acknowledge">): Refusal | null {
  const by = state.calls[call]?.acknowledged ?? null;
  return by === null ? null : refuseBy(refuse("already", "call-already-acknowledged"), by, "call.acknowledged");
}

/** What people answer to a call. */
export const callRules = {
  "call.acknowledge": {
    already: acknowledged,
    now: ({ state }, { call }) => (state.calls[call] === undefined ? refuse("not_allowed_now", "call-is-over") : null),
    carryOut: (situation, { call }) => accepted(fact(situation, { type: "call.acknowledged", payload: { call } })),
  },
} satisfies Pick<RuleTable, "call.acknowledge">;
