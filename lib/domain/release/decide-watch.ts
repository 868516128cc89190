import { indexOf } from "../plan/plan-index";
import { POLICY } from "../policy/policy";
import { type CallAbout, callOf } from "./call";
import { saidAs } from "./consequences";
import { isJobCallOver } from "./job-calls";
import { playbooksGoingOn, playbooksRaised } from "./playbook-match";
import { accepted, refuse } from "./refuse";
import { releaseIs } from "./release-standing";
import { consequence, fact, type RuleTable, type Situation } from "./rule";
import { simulatedIn } from "./simulated";
import type { ReleaseState } from "./state";
import { TERMINAL_RELEASE } from "./transitions";
import { callRaised, failureIsOwed, verdictFollows } from "./watch-consequences";

type WatchCommands =
  | "check.report"
  | "source.report"
  | "alert.report"
  | "traffic.report"
  | "item.expire"
  | "call.raise"
  | "call.escalate";

function ended({ state }: Situation) {
  return TERMINAL_RELEASE.has(state.status) ? releaseIs(state) : null;
}

/** That what somebody should be called for is no more, or does not matter now. */
function isOver(state: ReleaseState, about: CallAbout): boolean {
  const { blind, checks, status } = state;
  if (about.kind === "job") return isJobCallOver(state, about.job);
  if (about.kind === "source") return blind?.source !== about.source;
  if (about.kind !== "check") return false;
  return checks[about.check]?.verdict !== "errored" || !POLICY["rollback.start"].statuses.includes(status);
}

/** What the watch has seen becomes a fact when it is news, with what follows from it. */
export const watchRules = {
  "check.report": {
    thing: ({ plan }, { check }) =>
      indexOf(plan).checks.has(check) ? {} : refuse("unknown_id", "unknown-check", { id: check }),
    already: ({ plan, state, now }, { check, verdict }) => {
      if (state.checks[check]?.verdict !== verdict) return null;
      if (verdict === "failed" && failureIsOwed({ plan, state, check, now })) return null;
      return refuse("already", "verdict-already-known", { check, verdict });
    },
    now: ended,
    carryOut: (situation, { check, verdict, sentence, says }) => {
      const payload = {
        check,
        verdict,
        sentence,
        ...saidAs(says),
        ...simulatedIn(situation.state),
      };
      const seen = fact(situation, { type: "check.verdict", payload });
      const cause = { kind: "check" as const, check };
      const raised = verdict === "failed" ? playbooksRaised(situation, cause) : [];
      const goesOn = verdict === "passed" ? playbooksGoingOn(situation, cause) : [];
      return accepted(seen, ...verdictFollows(situation, { check, verdict, sentence, says }), ...raised, ...goesOn);
    },
  },
  "source.report": {
    already: ({ state }, { source, seen }) =>
      (state.blind?.source === source) === !seen ? refuse("already", "source-already-known", { source }) : null,
    now: ended,
    carryOut: (situation, { source, seen }) =>
      accepted(
        fact(situation, {
          type: seen ? "source.found" : "source.lost",
          payload: { source, ...simulatedIn(situation.state) },
        }),
      ),
  },
  "alert.report": {
    already: ({ state }, { alert, status }) =>
      (state.alerts[alert]?.status ?? "cleared") === status
        ? refuse("already", "alert-already-known", { alert, status })
        : null,
    now: ended,
    carryOut: (situation, { alert, name, summary, source, status }) => {
      const simulated = simulatedIn(situation.state);
      const cause = { kind: "alert" as const, alert, name };
      if (status === "cleared") {
        const cleared = fact(situation, { type: "alert.cleared", payload: { alert, name, ...simulated } });
        return accepted(cleared, ...playbooksGoingOn(situation, cause));
      }
      const silenced = status === "silenced";
      const payload = { alert, name, summary, source, silenced, ...simulated };
      const raised = silenced ? [] : playbooksRaised(situation, cause);
      return accepted(fact(situation, { type: "alert.fired", payload }), ...raised);
    },
  },
  "traffic.report": {
    already: ({ state }, { wanted, inBand }) =>
      state.traffic.inBand === inBand && state.traffic.wanted === wanted
        ? refuse("already", "band-already-known", { wanted })
        : null,
    now: (situation, { wanted }) =>
      situation.state.traffic.wanted === wanted
        ? ended(situation)
        : refuse("not_allowed_now", "share-moved-on", { wanted: situation.state.traffic.wanted }),
    carryOut: (situation, { wanted, observed, inBand }) =>
      accepted(
        fact(situation, {
          type: inBand ? "traffic.in_band" : "traffic.left_band",
          payload: { wanted, observed, ...simulatedIn(situation.state) },
        }),
      ),
  },
  "item.expire": {
    thing: ({ plan }, { item }) =>
      indexOf(plan).items.has(item) ? {} : refuse("unknown_id", "unknown-item", { id: item }),
    now: (situation, { item }) =>
      ended(situation) ??
      (situation.state.items[item]?.status === "signed"
        ? null
        : refuse("not_allowed_now", "item-not-signed", { item })),
    carryOut: (situation, { item, reason, says }) => {
      const expired = fact(situation, {
        type: "item.expired",
        payload: { item, reason, ...saidAs(says), ...simulatedIn(situation.state) },
      });
      // Once nobody can sign it again, nobody is called for it: neither during a rollback nor after completion.
      const matters = POLICY["item.sign"].statuses.includes(situation.state.status);
      return accepted(expired, ...(matters ? callRaised(situation.state, { kind: "item", item }) : []));
    },
  },
  "call.raise": {
    already: ({ state }, { about }) =>
      state.calls[callOf(about)] === undefined ? null : refuse("already", "call-already-raised"),
    now: (situation, { about }) =>
      isOver(situation.state, about) ? refuse("not_allowed_now", "call-is-over") : ended(situation),
    carryOut: (situation, { about }) =>
      accepted(fact(situation, { type: "call.raised", payload: { call: callOf(about), about } })),
  },
  "call.escalate": {
    already: ({ state }, { call }) =>
      (state.calls[call]?.escalated ?? null) === null ? null : refuse("already", "call-already-escalated"),
    now: (situation, { call }) => {
      const own = situation.state.calls[call];
      return own === undefined || own.acknowledged !== null
        ? refuse("not_allowed_now", "call-is-over")
        : ended(situation);
    },
    carryOut: (_, { call }) => accepted(consequence({ type: "call.escalated", payload: { call } })),
  },
} satisfies Pick<RuleTable, WatchCommands>;
