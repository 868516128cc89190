import type { PlaybookId } from "../plan/ids";
import type { PlaybookMatcher } from "../plan/playbook-matcher";
import { matchersOf } from "../plan/playbook-matchers";
import type { EventDraft } from "./events";
import { isSameCause } from "./playbook-standing";
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

/** A card rises once: not again while it stands, nor for what somebody has put away as long as that goes on. */
function isMatchNews({ matches: known }: Pick<ReleaseState, "matches">, id: PlaybookId, cause: PlaybookCause) {
  const own = known[id];
  if (own === undefined) return true;
  if (own.ended === null || own.before.some((one) => isSameCause(one, cause))) return false;
  return own.gone !== null || !isSameCause(own.cause, cause);
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
