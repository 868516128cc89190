import type { StateTone } from "@/components/ui/state-mark";
import type { ItemState, ReleaseStatus, StageStatus, StepStatus } from "@/lib/domain/release/state";

export const RELEASE_TONE: Record<ReleaseStatus, StateTone> = {
  preparing: "waiting",
  running: "active",
  held: "held",
  observing: "active",
  closed: "done",
  cancelled: "skipped",
  rolling_back: "reverting",
  rolled_back: "reverting",
};

export const STAGE_TONE: Record<StageStatus, StateTone> = {
  pending: "waiting",
  running: "active",
  completed: "done",
  stopped: "stopped",
  failed: "failed",
  skipped: "skipped",
  reverted: "reverting",
};

export const STEP_TONE: Record<StepStatus, StateTone> = {
  pending: "waiting",
  running: "active",
  done: "done",
  failed: "failed",
  skipped: "skipped",
  unknown: "unknown",
};

export const ITEM_TONE: Record<ItemState["status"], StateTone> = { open: "waiting", signed: "done", waived: "caution" };
