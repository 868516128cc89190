import type { CheckId } from "../plan/ids";
import type { Plan } from "../plan/plan";
import { type CallAbout, callOf } from "./call";
import type { FoldTable } from "./fold";
import { withCauseGone } from "./playbook-standing";
import type { PlaybookCause, ReleaseState } from "./state";

/** The state without the call about a thing whose cause is gone. */
export function withoutCall(state: ReleaseState, about: CallAbout): ReleaseState {
  const { [callOf(about)]: ended, ...calls } = state.calls;
  return ended === undefined ? state : { ...state, calls };
}

/** Who dismissed a trigger spoke of what was failing then: once it has passed, the next failure is another. */
function stillDismissed(plan: Plan, { dismissed }: ReleaseState, check: CheckId): ReleaseState["dismissed"] {
  const over = new Set<string>(plan.triggers.filter((one) => one.check === check).map(({ id }) => id));
  return Object.fromEntries(Object.entries(dismissed).filter(([trigger]) => !over.has(trigger)));
}

/** Folds of what the watch reports, and of the calls that follow. */
export const watchFolds = {
  "check.verdict": ({ plan, state, mark }, { check, verdict, sentence, says }) => {
    const checks = { ...state.checks, [check]: { verdict, sentence, says: says ?? null, since: mark.at } };
    const seen = {
      ...state,
      checks,
      dismissed: verdict === "passed" ? stillDismissed(plan, state, check) : state.dismissed,
    };
    const isOver = (cause: PlaybookCause) => cause.kind === "check" && cause.check === check;
    const told = verdict === "passed" ? withCauseGone(seen, mark, isOver) : seen;
    return verdict === "errored" ? told : withoutCall(told, { kind: "check", check });
  },
  "source.lost": ({ state, mark }, { source }) => ({ ...state, blind: state.blind ?? { since: mark.at, source } }),
  "source.found": ({ state }, { source }) =>
    withoutCall(state.blind?.source === source ? { ...state, blind: null } : state, { kind: "source", source }),
  "alert.fired": ({ state, mark }, { alert, name, summary, source, silenced }) => ({
    ...state,
    alerts: {
      ...state.alerts,
      [alert]: { name, summary, source, status: silenced ? "silenced" : "firing", since: mark.at },
    },
  }),
  "alert.cleared": ({ state, mark }, { alert }) => {
    const { [alert]: _cleared, ...alerts } = state.alerts;
    return withCauseGone({ ...state, alerts }, mark, (cause) => cause.kind === "alert" && cause.alert === alert);
  },
  "traffic.left_band": ({ state }, { observed }) => ({
    ...state,
    traffic: { ...state.traffic, observed, inBand: false },
  }),
  "traffic.in_band": ({ state }, { observed }) => ({ ...state, traffic: { ...state.traffic, observed, inBand: true } }),
  "call.raised": ({ state, mark }, { call, about }) => ({
    ...state,
    calls: { ...state.calls, [call]: { ...mark, about, acknowledged: null, escalated: null } },
  }),
  "call.acknowledged": ({ state, mark }, { call }) => {
    const own = state.calls[call];
    return own === undefined ? state : { ...state, calls: { ...state.calls, [call]: { ...own, acknowledged: mark } } };
  },
  "call.escalated": ({ state, mark }, { call }) => {
    const own = state.calls[call];
    return own === undefined ? state : { ...state, calls: { ...state.calls, [call]: { ...own, escalated: mark } } };
  },
} satisfies Partial<FoldTable>;
