import { epochAfter } from "./epoch";
import type { EventDraft, ReleaseEvent } from "./events";
import type { ReleaseState } from "./state";
import { type Instant, type ReleaseClock, releaseTime } from "./time";

type Place = { releaseId: string; seq: number; epoch: number; at: Instant; clock: ReleaseClock };

/** Where the next event of a release goes, at the real instant `at`; never before the last event. */
export function nextPlace(state: ReleaseState, at: Instant): Place {
  return {
    releaseId: state.releaseId,
    seq: state.seq + 1,
    epoch: state.epoch,
    at: Math.max(at, state.lastAt),
    clock: state.clock,
  };
}

/** Where the first event of a release goes. */
export function firstPlace(releaseId: string, clock: ReleaseClock, at: Instant): Place {
  return { releaseId, seq: 1, epoch: 0, at, clock };
}

/** Gives drafts of one decision their numbers, epochs and both times. */
export function stampEvents(drafts: EventDraft[], place: Place): ReleaseEvent[] {
  let { epoch } = place;
  return drafts.map((draft, offset) => {
    epoch = epochAfter(epoch, draft.type);
    return {
      ...draft,
      releaseId: place.releaseId,
      seq: place.seq + offset,
      at: place.at,
      releaseAt: releaseTime(place.clock, place.at),
      epoch,
    };
  });
}
