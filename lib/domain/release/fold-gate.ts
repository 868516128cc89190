import type { GateId } from "../plan/ids";
import { indexOf } from "../plan/plan-index";
import type { Fold, FoldTable } from "./fold";
import type { GateRound, GateState, Mark, ReleaseState } from "./state";
import { pastSoakMs } from "./stopwatch";

function withGate(state: ReleaseState, id: GateId, change: (gate: GateState) => GateState): ReleaseState {
  const gate = state.gates[id];
  return gate === undefined ? state : { ...state, gates: { ...state.gates, [id]: change(gate) } };
}

function ended(gate: GateState, mark: Mark, outcome: GateRound["outcome"]): GateState["rounds"] {
  return [...gate.rounds, { ...mark, round: gate.round, outcome }];
}

/** A new round does not inherit the time that the stage before has already run past its soak. */
function opened({ plan, state, mark }: Fold, id: GateId, round: number): ReleaseState {
  const gate = indexOf(plan).gates.get(id);
  const past = gate === undefined || round === 1 ? 0 : pastSoakMs(plan, state, gate, mark.releaseAt);
  return withGate(state, id, (own) => ({
    ...own,
    status: "voting",
    round,
    opened: mark,
    votes: {},
    override: null,
    decision: null,
    waited: { countedMs: past === 0 ? 0 : -past, countingSince: null },
  }));
}

/** Folds of gates and their votes. */
export const gateFolds = {
  "gate.opened": (fold, { gate, round }) => opened(fold, gate, round),
  "vote.cast": ({ state, mark }, { gate, role, vote, reason }) =>
    withGate(state, gate, (own) => ({ ...own, votes: { ...own.votes, [role]: { ...mark, role, vote, reason } } })),
  "vote.withdrawn": ({ state }, { gate, role }) =>
    withGate(state, gate, (own) => {
      const { [role]: _withdrawn, ...votes } = own.votes;
      return { ...own, votes };
    }),
  "gate.decided": ({ state, mark }, { gate, decision, reason, notWatched }) =>
    withGate(state, gate, (own) => ({
      ...own,
      status: "decided",
      override: null,
      decision: { ...mark, outcome: decision, reason, unmet: [], notWatched },
      rounds: ended(own, mark, decision),
    })),
  "override.requested": ({ state, mark }, { gate, reason, unmet }) =>
    withGate(state, gate, (own) => ({ ...own, override: { ...mark, reason, unmet } })),
  "gate.overridden": ({ state, mark }, { gate, reason, unmet }) =>
    withGate(state, gate, (own) => ({
      ...own,
      status: "decided",
      override: null,
      decision: { ...mark, outcome: "override", reason, unmet, notWatched: [] },
      rounds: ended(own, mark, "override"),
    })),
  "gate.expired": ({ state, mark }, { gate }) =>
    withGate(state, gate, (own) => ({
      ...own,
      status: "expired",
      override: null,
      rounds: ended(own, mark, "expired"),
    })),
  "gate.lapsed": ({ state, mark }, { gate }) =>
    withGate(state, gate, (own) => ({ ...own, status: "lapsed", rounds: ended(own, mark, "lapsed") })),
} satisfies Partial<FoldTable>;
