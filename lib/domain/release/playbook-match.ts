import type { PlaybookId } from "../plan/ids";
import type { PlaybookMatcher } from "../plan/playbook-matcher";
import { matchersOf } from "../plan/playbook-matchers";
import type { EventDraft } from "./events";
import { isSameCause, standingMatches } from "./playbook-standing";
import { consequence, type Situation } from "./rule";
import { simulatedIn } from "./simulated";
import type { PlaybookCause, ReleaseState } from "./state";

function matches(matcher: PlaybookMatcher, cause: PlaybookCause): boolean {
  switch (matcher.kind) {
    case "check":
      return cause.kind === "check" && cause.check === matcher.check;
    case "alert":
      return cause.kind === "alert" && cause.name.toLowerCase() === matcher.name.trim().toLowerCase();
    case "output":
      return cause.kind === "output" && cause.pattern === matcher.pattern;
  }
}

/**
 * A card rises once: not again while what it rose for goes on, nor for what somebody has put away as long as that does. One that says that
 * its cause is gone is told of the next.
 */
function isMatchNews({ matches: known }: Pick<ReleaseState, "matches">, id: PlaybookId, cause: PlaybookCause) {
  const own = known[id];
  if (own === undefined) return true;
  if (own.before.some((one) => isSameCause(one, cause))) return false;
  return own.gone !== null || (own.ended !== null && !isSameCause(own.cause, cause));
}

/** What is seen to go on now that a playbook may wait for; words in an output were there once. */
function goingOn({ plan, state }: Situation): PlaybookCause[] {
  const failed = plan.checks.filter(({ id }) => state.checks[id]?.verdict === "failed");
  const firing = Object.entries(state.alerts).filter(([, { status }]) => status === "firing");
  return [
    ...failed.map(({ id }) => ({ kind: "check" as const, check: id })),
    ...firing.map(([alert, { name }]) => ({ kind: "alert" as const, alert, name })),
  ];
}

function matched({ state }: Situation, playbook: PlaybookId, cause: PlaybookCause): EventDraft {
  const simulated = cause.kind === "output" ? {} : simulatedIn(state);
  return consequence({ type: "playbook.matched", payload: { playbook, cause, ...simulated } });
}

/** The playbooks whose scenario has come by this, as far as it is news. */
export function playbooksRaised(situation: Situation, cause: PlaybookCause): EventDraft[] {
  const { plan, state } = situation;
  const fitting = plan.playbooks.filter((playbook) => matchersOf(plan, playbook).some((one) => matches(one, cause)));
  const fresh = fitting.filter(({ id }) => isMatchNews(state, id, cause));
  return fresh.map(({ id }) => matched(situation, id, cause));
}

/** The cards that rose for what is over now, while another of their causes goes on: they stand for that one from now on. */
export function playbooksGoingOn(situation: Situation, over: PlaybookCause): EventDraft[] {
  const { plan, state } = situation;
  const left = goingOn(situation).filter((cause) => !isSameCause(cause, over));
  return standingMatches(plan, state).flatMap(({ playbook, match }) => {
    if (match.gone !== null || !isSameCause(match.cause, over)) return [];
    const matchers = matchersOf(plan, playbook);
    const next = left.find(
      (cause) =>
        matchers.some((one) => matches(one, cause)) && !match.before.some((putAway) => isSameCause(putAway, cause)),
    );
    return next === undefined ? [] : [matched(situation, playbook.id, next)];
  });
}
