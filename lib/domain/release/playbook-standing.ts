import type { Plan, Playbook } from "../plan/plan";
import type { Mark, PlaybookCause, PlaybookMatch, ReleaseState } from "./state";
import { TERMINAL_RELEASE } from "./transitions";

/** Whether both are the same thing that goes on. */
export function isSameCause(one: PlaybookCause, other: PlaybookCause): boolean {
  switch (one.kind) {
    case "check":
      return other.kind === "check" && other.check === one.check;
    case "alert":
      return other.kind === "alert" && other.alert === one.alert;
    case "output":
      return other.kind === "output" && other.job === one.job && other.pattern === one.pattern;
  }
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

/** The card that rises for this, or stands on for it; what was put away before and still goes on stays put away. */
export function risen(own: PlaybookMatch | undefined, mark: Mark, cause: PlaybookCause): PlaybookMatch {
  const before = own === undefined ? [] : own.gone === null ? [...own.before, own.cause] : own.before;
  return { ...(own?.ended === null ? own : mark), cause, before, gone: null, ended: null };
}

/** The state in which the cause of some cards is gone; a person says what comes of them. */
export function withCauseGone(
  state: ReleaseState,
  gone: PlaybookMatch["gone"],
  isMeant: (cause: PlaybookCause) => boolean,
): ReleaseState {
  const isOver = (match: PlaybookMatch) => match.gone === null && isMeant(match.cause);
  if (!Object.values(state.matches).some((match) => isOver(match) || match.before.some(isMeant))) return state;
  const marked = Object.entries(state.matches).map(([id, match]) => [
    id,
    {
      ...match,
      before: match.before.filter((cause) => !isMeant(cause)),
      ...(isOver(match) ? { gone } : {}),
    },
  ]);
  return { ...state, matches: Object.fromEntries(marked) };
}
