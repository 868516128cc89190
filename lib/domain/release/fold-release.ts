import { indexOf } from "../plan/plan-index";
import { saidAs } from "./consequences";
import type { Fold, FoldTable } from "./fold";
import type { ReleaseState } from "./state";

function withObserving({ plan, state, mark }: Fold, status: "running" | "completed"): ReleaseState["stages"] {
  const stage = indexOf(plan).observingStage;
  const own = stage === null ? undefined : state.stages[stage.id];
  if (stage === null || own === undefined) return state.stages;
  const next =
    status === "running"
      ? { ...own, status, runs: own.runs + 1, started: mark }
      : { ...own, status, ended: { ...mark, reason: null } };
  return { ...state.stages, [stage.id]: next };
}

/** Folds of what happens to the release as a whole. */
export const releaseFolds = {
  "role.assigned": ({ state, mark }, { role, person, substitutes }) => {
    const { [role]: _before, ...others } = state.roles;
    return {
      ...state,
      roles: person === null ? others : { ...others, [role]: { person, substitutes, since: mark.at } },
    };
  },
  "release.started": ({ state, mark }, { override, unmet }) => ({
    ...state,
    status: "running",
    started: { ...mark, override, unmet },
    clock: { ...state.clock, startedAt: mark.at },
  }),
  "release.held": ({ state, mark }, { reason, says }) => ({
    ...state,
    status: "held",
    hold: { ...mark, reason, ...saidAs(says) },
  }),
  "release.resumed": ({ state }) => ({ ...state, status: "running", hold: null }),
  "release.cancelled": ({ state, mark }, { reason }) => ({ ...state, status: "cancelled", ended: { ...mark, reason } }),
  "release.completed": (fold) => ({
    ...fold.state,
    status: "observing",
    completed: fold.mark,
    stages: withObserving(fold, "running"),
  }),
  "release.closed": (fold, { reason }) => ({
    ...fold.state,
    status: "closed",
    ended: { ...fold.mark, reason },
    stages: withObserving(fold, "completed"),
  }),
  "note.added": ({ state }) => ({ ...state, noteCount: state.noteCount + 1 }),
} satisfies Partial<FoldTable>;
