import type { StateTone } from "@/components/ui/state-mark";
import type { ReleaseStatus, StepStatus } from "@/lib/domain/release/state";

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

export const STEP_TONE: Record<StepStatus, StateTone> = {
  pending: "waiting",
  running: "active",
  done: "done",
  failed: "failed",
  skipped: "skipped",
  unknown: "unknown",
};
