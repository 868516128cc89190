import type { ReleaseEvent } from "../release/events";

/** Whether an event departs from the plan's straight way: who reads a report must not miss it. */
export function isException(event: ReleaseEvent): boolean {
  switch (event.type) {
    case "release.started":
      return event.payload.override !== null;
    case "item.signed":
      return event.payload.onBehalf;
    case "observation.completed":
      return event.payload.early;
    case "criterion.judged":
      return !event.payload.met;
    case "gate.decided":
      return event.payload.decision === "no_go";
    case "vote.cast":
      return event.payload.vote === "no_go";
    case "rollback.step_done":
      return event.payload.outcome !== "done";
    case "job.ended":
      return event.payload.outcome !== "succeeded";
    case "item.waived":
    case "item.revoked":
    case "item.expired":
    case "release.held":
    case "release.cancelled":
    case "stage.stopped":
    case "stage.failed":
    case "stage.skipped":
    case "step.failed":
    case "step.skipped":
    case "gate.overridden":
    case "gate.expired":
    case "gate.lapsed":
    case "rollback.started":
    case "rollback.scheduled":
    case "rollback.disarmed":
    case "trigger.proposed":
    case "trigger.dismissed":
    case "playbook.opened":
    case "playbook.matched":
    case "job.lost":
    case "source.lost":
      return true;
    default:
      return false;
  }
}
