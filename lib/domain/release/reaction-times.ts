import type { CheckId } from "../plan/ids";
import type { ReleaseEvent } from "./events";
import type { Fault } from "./fault";
import type { Instant } from "./time";

/** How a release reacted to a fault, all in the release's own time; null = it has not come to that. */
export type ReactionTimes = {
  fault: Fault;
  injectedAt: Instant;
  /** `check` is the one that failed; null where something else told of the fault. */
  detected: { check: CheckId | null; at: Instant } | null;
  rolledBackAt: Instant | null;
  trafficBackAt: Instant | null;
};

type Of<T extends ReleaseEvent["type"]> = Extract<ReleaseEvent, { type: T }>;
const isInjected = (event: ReleaseEvent): event is Of<"fault.injected"> => event.type === "fault.injected";
const isVerdict = (event: ReleaseEvent): event is Of<"check.verdict"> => event.type === "check.verdict";

const isCleared = (event: ReleaseEvent, fault: Fault) =>
  event.type === "fault.cleared" && event.payload.fault === fault;

/** What tells of each fault: not every one of them makes a check fail. */
const TOLD_BY: Record<Fault, readonly ReleaseEvent["type"][]> = {
  canary_errors: ["check.verdict"],
  canary_latency: ["check.verdict"],
  burst_errors: ["check.verdict"],
  canary_dead: ["check.verdict", "traffic.left_band"],
  replication_lag: ["check.verdict", "item.expired", "alert.fired"],
  alert_firing: ["alert.fired"],
  source_down: ["source.lost"],
  source_slow: ["source.lost"],
  source_nan: ["check.verdict", "source.lost"],
};

function tells(fault: Fault, event: ReleaseEvent): boolean {
  if (!TOLD_BY[fault].includes(event.type)) return false;
  if (!isVerdict(event)) return true;
  return event.payload.verdict === (fault === "source_nan" ? "no_data" : "failed");
}

/**
 * From the log alone: the last fault that was put into a rehearsal, the first thing that told of it, the rollback that began after
 * that, and the first round that saw no traffic on the new version any more. Null where no fault was injected, and where one was
 * taken away before anything could tell of it.
 */
export function reactionTimes(events: readonly ReleaseEvent[]): ReactionTimes | null {
  const injected = events.findLast(isInjected);
  if (injected === undefined) return null;
  const after = (seq: number) => events.filter((event) => event.seq > seq);
  const { fault } = injected.payload;
  const since = after(injected.seq);
  const told = since.find((event) => tells(fault, event));
  if (told === undefined && since.some((event) => isCleared(event, fault))) return null;
  const started = after((told ?? injected).seq).find(({ type }) => type === "rollback.started");
  const back =
    started === undefined
      ? undefined
      : after(started.seq).find((event) => event.type === "traffic.in_band" && event.payload.wanted === 0);
  return {
    fault,
    injectedAt: injected.releaseAt,
    detected: told === undefined ? null : { check: isVerdict(told) ? told.payload.check : null, at: told.releaseAt },
    rolledBackAt: started?.releaseAt ?? null,
    trafficBackAt: back?.releaseAt ?? null,
  };
}
