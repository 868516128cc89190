import type { EventType } from "./events";
import type { GateState, ItemState, ReleaseStatus, RollbackState, StageStatus, StepStatus } from "./state";

/** One row of a state machine: from one of these, by this event, to that. */
export type Transition<Status extends string> = { from: readonly Status[]; by: EventType; to: Status };

export const RELEASE_TRANSITIONS: readonly Transition<ReleaseStatus>[] = [
  { from: ["preparing"], by: "release.started", to: "running" },
  { from: ["running"], by: "release.held", to: "held" },
  { from: ["held"], by: "release.resumed", to: "running" },
  { from: ["preparing", "running", "held"], by: "release.cancelled", to: "cancelled" },
  { from: ["running"], by: "release.completed", to: "observing" },
  { from: ["observing"], by: "release.closed", to: "closed" },
  { from: ["running", "held", "observing"], by: "rollback.started", to: "rolling_back" },
  { from: ["rolling_back"], by: "rollback.completed", to: "rolled_back" },
];

export const STAGE_TRANSITIONS: readonly Transition<StageStatus>[] = [
  { from: ["pending", "stopped", "failed"], by: "stage.started", to: "running" },
  { from: ["running"], by: "stage.stopped", to: "stopped" },
  { from: ["running"], by: "stage.failed", to: "failed" },
  { from: ["running"], by: "stage.completed", to: "completed" },
  { from: ["pending", "stopped", "failed"], by: "stage.skipped", to: "skipped" },
  { from: ["running", "stopped", "failed"], by: "rollback.started", to: "reverted" },
  { from: ["pending"], by: "release.completed", to: "running" },
  { from: ["running"], by: "release.closed", to: "completed" },
];

export const STEP_TRANSITIONS: readonly Transition<StepStatus>[] = [
  { from: ["pending", "failed"], by: "step.started", to: "running" },
  { from: ["running"], by: "step.completed", to: "done" },
  { from: ["running"], by: "step.failed", to: "failed" },
  { from: ["pending", "running", "failed", "unknown"], by: "step.skipped", to: "skipped" },
  { from: ["unknown"], by: "step.resolved", to: "done" },
  { from: ["unknown"], by: "step.resolved", to: "failed" },
  { from: ["running"], by: "stage.stopped", to: "unknown" },
  { from: ["running"], by: "stage.failed", to: "unknown" },
  { from: ["running"], by: "rollback.started", to: "unknown" },
  { from: ["running"], by: "job.lost", to: "unknown" },
];

export const ITEM_TRANSITIONS: readonly Transition<ItemState["status"]>[] = [
  { from: ["open"], by: "item.signed", to: "signed" },
  { from: ["signed"], by: "item.revoked", to: "open" },
  { from: ["signed"], by: "item.expired", to: "open" },
  { from: ["open"], by: "item.waived", to: "waived" },
];

export const GATE_TRANSITIONS: readonly Transition<GateState["status"]>[] = [
  { from: ["shut", "decided", "expired", "lapsed"], by: "gate.opened", to: "voting" },
  { from: ["voting"], by: "gate.decided", to: "decided" },
  { from: ["voting"], by: "gate.overridden", to: "decided" },
  { from: ["voting"], by: "gate.expired", to: "expired" },
  { from: ["decided"], by: "gate.lapsed", to: "lapsed" },
];

export const ROLLBACK_TRANSITIONS: readonly Transition<RollbackState["status"]>[] = [
  { from: ["none"], by: "rollback.scheduled", to: "scheduled" },
  { from: ["scheduled"], by: "rollback.unscheduled", to: "none" },
  { from: ["none", "scheduled"], by: "rollback.started", to: "running" },
  { from: ["running"], by: "rollback.completed", to: "done" },
];

export const TERMINAL_RELEASE: ReadonlySet<ReleaseStatus> = new Set(["closed", "cancelled", "rolled_back"]);
export const TERMINAL_STAGE: ReadonlySet<StageStatus> = new Set(["completed", "skipped", "reverted"]);
export const TERMINAL_STEP: ReadonlySet<StepStatus> = new Set(["done", "skipped"]);

/** Whether a machine may go from one state to another by this event. */
export function allows<Status extends string>(
  machine: readonly Transition<Status>[],
  step: { from: Status; by: EventType; to?: Status },
): boolean {
  return machine.some(
    ({ from, by, to }) => by === step.by && from.includes(step.from) && (step.to === undefined || step.to === to),
  );
}
