import type { CheckId } from "../plan/ids";
import type { ReleaseEvent } from "./events";
import type { Fault } from "./fault";
import type { Instant } from "./time";

/** How a release reacted to a fault, all in the release's own time; null = it has not come to that. */
export type ReactionTimes = {
  fault: Fault;
  injectedAt: Instant;
  detected: { check: CheckId; at: Instant } | null;
  rolledBackAt: Instant | null;
  trafficBackAt: Instant | null;
};

type Of<T extends ReleaseEvent["type"]> = Extract<ReleaseEvent, { type: T }>;
const isInjected = (event: ReleaseEvent): event is Of<"fault.injected"> => event.type === "fault.injected";
const isVerdict = (event: ReleaseEvent): event is Of<"check.verdict"> => event.type === "check.verdict";

/**
 * From the log alone: the last fault that was put into a rehearsal, the first check that failed after it, the rollback that began
 * after that, and the first round that saw no traffic on the new version any more. Null where no fault was injected.
 */
export function reactionTimes(events: readonly ReleaseEvent[]): ReactionTimes | null {
  const injected = events.findLast(isInjected);
  if (injected === undefined) return null;
  const after = (seq: number) => events.filter((event) => event.seq > seq);
  const failed = after(injected.seq)
    .filter(isVerdict)
    .find(({ payload }) => payload.verdict === "failed");
  const started = after((failed ?? injected).seq).find(({ type }) => type === "rollback.started");
  const back =
    started === undefined
      ? undefined
      : after(started.seq).find((event) => event.type === "traffic.in_band" && event.payload.wanted === 0);
  return {
    fault: injected.payload.fault,
    injectedAt: injected.releaseAt,
    detected: failed === undefined ? null : { check: failed.payload.check, at: failed.releaseAt },
    rolledBackAt: started?.releaseAt ?? null,
    trafficBackAt: back?.releaseAt ?? null,
  };
}
