import type { CallAbout, CallId } from "./call";
import { jobStanding } from "./job";
import type { ReleaseState } from "./state";
import { TERMINAL_RELEASE } from "./transitions";

function isCall(key: string): key is CallId {
  return key.startsWith("call:");
}

/** The state without the calls about jobs that are settled now, one way or another. */
export function withoutJobCalls(
  state: ReleaseState,
  isSettled: (about: Extract<CallAbout, { kind: "job" }>) => boolean,
): ReleaseState {
  const over = Object.keys(state.calls)
    .filter(isCall)
    .filter((call) => {
      const about = state.calls[call]?.about;
      return about?.kind === "job" && isSettled(about);
    });
  if (over.length === 0) return state;
  return {
    ...state,
    calls: Object.fromEntries(Object.entries(state.calls).filter(([id]) => !isCall(id) || !over.includes(id))),
  };
}

/** The state without calls about work that the release has left behind: not begun, or of a stage that somebody has ended since. */
export function withoutLeftJobs(state: ReleaseState): ReleaseState {
  return withoutJobCalls(state, ({ job }) => {
    const own = state.jobs[job];
    if (own === undefined || TERMINAL_RELEASE.has(state.status)) return true;
    if (own.status !== "ended") return jobStanding(state, own) !== "go_on";
    const stage = "stage" in own.purpose ? own.purpose.stage : undefined;
    const isKnown = own.ended?.outcome !== "lost" && own.ended?.counted === true;
    return isKnown && stage !== undefined && state.stages[stage]?.status !== "running";
  });
}
