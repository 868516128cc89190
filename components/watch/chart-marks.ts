import type { Plan } from "@/lib/domain/plan/plan";
import { nameOf } from "@/lib/domain/release/describe";
import type { ReleaseEvent } from "@/lib/domain/release/events";

/** What is marked on a chart's time: where a stage begins, and what was decided. */
export type ChartMark = { at: number; label: string; kind: "stage" | "decision" };

/** Stage boundaries, decisions and rollbacks in a range of the release's time. */
export function chartMarks(plan: Plan, events: readonly ReleaseEvent[], from: number): ChartMark[] {
  return events.flatMap((event): ChartMark[] => {
    if (event.releaseAt < from) return [];
    switch (event.type) {
      case "stage.started":
        return [{ at: event.releaseAt, label: nameOf(plan, event.payload.stage), kind: "stage" }];
      case "gate.decided":
        return [{ at: event.releaseAt, label: event.payload.decision === "go" ? "GO" : "NO-GO", kind: "decision" }];
      case "gate.overridden":
        return [{ at: event.releaseAt, label: "OVERRIDE", kind: "decision" }];
      case "rollback.started":
        return [{ at: event.releaseAt, label: "ROLLBACK", kind: "decision" }];
      default:
        return [];
    }
  });
}
