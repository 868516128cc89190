import type { Refusal } from "./refusal";
import { refuse, refuseBy } from "./refuse";
import type { ReleaseState } from "./state";

/** That the release's state does not let something happen, with whose act put it there. */
export function releaseIs(state: ReleaseState): Refusal {
  const refusal = refuse("not_allowed_now", "release-is", { status: state.status });
  switch (state.status) {
    case "preparing":
      return refuseBy(refusal, state.created, "release.created");
    case "running":
      return refuseBy(refusal, state.started, "release.started");
    case "held":
      return refuseBy(refusal, state.hold, "release.held");
    case "observing":
      return refuseBy(refusal, state.completed, "release.completed");
    case "closed":
      return refuseBy(refusal, state.ended, "release.closed");
    case "cancelled":
      return refuseBy(refusal, state.ended, "release.cancelled");
    case "rolling_back":
      return refuseBy(refusal, state.rollback.started, "rollback.started");
    case "rolled_back":
      return refuseBy(refusal, state.rollback.completed, "rollback.completed");
  }
}
