import type { Plan, Playbook } from "../plan/plan";
import type { PlaybookCause, PlaybookMatch, ReleaseState } from "./state";
import { TERMINAL_RELEASE } from "./transitions";

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
