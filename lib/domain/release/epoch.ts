import type { EventType } from "./events";

/** Events that raise the fence: whatever was made under an older epoch has no effect any more. */
const FENCING: ReadonlySet<EventType> = new Set<EventType>(["release.held", "stage.stopped", "rollback.started"]);

/** The epoch after an event of this type. */
export function epochAfter(epoch: number, type: EventType): number {
  return FENCING.has(type) ? epoch + 1 : epoch;
}
