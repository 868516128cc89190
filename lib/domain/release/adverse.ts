import type { EventBody, EventType } from "./events";
import type { CheckVerdict, ReleaseState } from "./state";

/** How many adverse events the state keeps. */
export const ADVERSE_KEPT = 16;

/** Events after which an older GO, start or resume is stale, whatever they say. Notes, GOs and traffic are not among them. */
const ADVERSE: ReadonlySet<EventType> = new Set<EventType>([
  "role.assigned",
  "item.revoked",
  "item.expired",
  "release.started",
  "release.held",
  "release.resumed",
  "release.cancelled",
  "release.completed",
  "release.closed",
  "stage.started",
  "stage.stopped",
  "stage.completed",
  "stage.failed",
  "stage.skipped",
  "step.failed",
  "gate.opened",
  "gate.overridden",
  "gate.expired",
  "gate.lapsed",
  "vote.withdrawn",
  "rollback.started",
  "rollback.scheduled",
  "rollback.completed",
  "trigger.proposed",
  "source.lost",
  "alert.fired",
  "traffic.left_band",
]);

/** From best to worst (judge.md). */
export const VERDICT_ORDER: CheckVerdict[] = ["passed", "inconclusive", "no_data", "errored", "failed"];

/** Whether the event turned the world against somebody who has not seen it. `before` is the state without it. */
export function isAdverse(before: ReleaseState, event: EventBody): boolean {
  switch (event.type) {
    case "vote.cast":
      return event.payload.vote === "no_go";
    case "gate.decided":
      return event.payload.decision === "no_go";
    case "step.resolved":
      return event.payload.outcome === "failed";
    case "check.verdict": {
      const known = before.checks[event.payload.check]?.verdict ?? "passed";
      return VERDICT_ORDER.indexOf(event.payload.verdict) > VERDICT_ORDER.indexOf(known);
    }
    default:
      return ADVERSE.has(event.type);
  }
}
