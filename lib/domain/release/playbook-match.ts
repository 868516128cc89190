import type { PlaybookId } from "../plan/ids";
import type { Plan, Playbook, PlaybookMatcher } from "../plan/plan";
import { matchersOf } from "../plan/playbook-matchers";
import type { EventDraft } from "./events";
import { consequence, type Situation } from "./rule";
import { simulatedIn } from "./simulated";
import type { PlaybookCause, PlaybookMatch, ReleaseState } from "./state";
import { TERMINAL_RELEASE } from "./transitions";

function isSameCause(one: PlaybookCause, other: PlaybookCause): boolean {
  switch (one.kind) {
    case "check":
      return other.kind === "check" && other.check === one.check;
    case "alert":
      return other.kind === "alert" && other.alert === one.alert;
    case "output":
      return other.kind === "output" && other.job === one.job && other.pattern === one.pattern;
  }
}

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

/** A card rises once: not again while it stands, nor for what somebody has put away as long as that goes on. */
export function isMatchNews({ matches: known }: Pick<ReleaseState, "matches">, id: PlaybookId, cause: PlaybookCause) {
  const own = known[id];
  if (own === undefined) return true;
  return own.ended !== null && (own.gone !== null || !isSameCause(own.cause, cause));
}

/** The playbooks whose scenario has come by this, as far as it is news. */
export function playbooksRaised({ plan, state }: Situation, cause: PlaybookCause): EventDraft[] {
  const fitting = plan.playbooks.filter((playbook) => matchersOf(plan, playbook).some((one) => matches(one, cause)));
  const fresh = fitting.filter(({ id }) => isMatchNews(state, id, cause));
  const simulated = cause.kind === "output" ? {} : simulatedIn(state);
  return fresh.map(({ id }) =>
    consequence({ type: "playbook.matched", payload: { playbook: id, cause, ...simulated } }),
  );
}

export type StandingMatch = { playbook: Playbook; match: PlaybookMatch };

/** The playbooks whose card stands, the oldest first. */
export function standingMatches(plan: Plan, state: Pick<ReleaseState, "matches" | "status">): StandingMatch[] {
  if (TERMINAL_RELEASE.has(state.status)) return [];
  const standing = plan.playbooks.flatMap((playbook): StandingMatch[] => {
    const match = state.matches[playbook.id];
    return match === undefined || match.ended !== null ? [] : [{ playbook, match }];
  });
  return standing.toSorted((a, b) => a.match.at - b.match.at);
}

/** The state in which the cause of some cards is gone; a person says what comes of them. */
export function withCauseGone(
  state: ReleaseState,
  gone: PlaybookMatch["gone"],
  isMeant: (cause: PlaybookCause) => boolean,
): ReleaseState {
  const own = Object.values(state.matches);
  if (own.every((match) => match.gone !== null || !isMeant(match.cause))) return state;
  const marked = Object.entries(state.matches).map(([id, match]) => [
    id,
    match.gone === null && isMeant(match.cause) ? { ...match, gone } : match,
  ]);
  return { ...state, matches: Object.fromEntries(marked) };
}
