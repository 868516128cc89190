import type { Stage } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import type { Circumstances, Decision } from "./decision";
import { accepted, refuse, refused } from "./refuse";
import { fact, type RuleTable, type Situation } from "./rule";

/** The shift that is under way; null when none is. */
export function runningShift({ plan, state }: Pick<Circumstances, "plan" | "state">): Stage | null {
  const { inOrder } = indexOf(plan);
  return inOrder.find((stage) => stage.kind === "shift" && state.stages[stage.id]?.status === "running") ?? null;
}

/** Within a running shift a person may confirm its share, or that he went back to less. */
function confirm(situation: Situation, share: number): Decision {
  const from = situation.state.traffic.wanted;
  const planned = runningShift(situation)?.share ?? null;
  const back = share >= 0 && share < from;
  if (share !== planned && !back) {
    return refused(refuse("invalid", "share-not-planned", { share, planned: planned ?? from }));
  }
  return accepted(fact(situation, { type: "traffic.set", payload: { share, from } }));
}

/** How a person's word about the traffic becomes a fact, where nothing else moves it. */
export const trafficRules = {
  "traffic.confirm": {
    thing: (circumstances) => ({ owners: runningShift(circumstances)?.owners ?? [] }),
    already: (situation, { share }) =>
      runningShift(situation) !== null && share === situation.state.traffic.wanted
        ? refuse("already", "share-already-set", { share })
        : null,
    now: (situation) => (runningShift(situation) === null ? refuse("not_allowed_now", "no-shift-running") : null),
    carryOut: (situation, { share }) => confirm(situation, share),
  },
} satisfies Pick<RuleTable, "traffic.confirm">;
