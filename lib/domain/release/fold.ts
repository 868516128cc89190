import type { Plan } from "../plan/plan";
import type { EventBody, EventType } from "./events";
import type { Mark, ReleaseState } from "./state";

/** What a fold of one event is given: the state before it, and who did it when. */
export type Fold = { plan: Plan; state: ReleaseState; mark: Mark };

type Payloads = { [Body in EventBody as Body["type"]]: Body["payload"] };
export type PayloadOf<Type extends EventType> = Payloads[Type];

/** Every event but the first, with the fold of its payload. */
export type FoldTable = {
  [Type in Exclude<EventType, "release.created">]: (fold: Fold, payload: PayloadOf<Type>) => ReleaseState;
};
