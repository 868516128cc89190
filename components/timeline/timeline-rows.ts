import type { Gate, Plan } from "@/lib/domain/plan/plan";
import type { Forecast, StageForecast } from "@/lib/domain/release/forecast";

export type TimelineRow = { kind: "stage"; row: StageForecast } | { kind: "gate"; gate: Gate };

/** The plan's stages with each gate at its place: before the stage it guards, the one before completion after its last. */
export function timelineRows(plan: Plan, expected: Forecast): TimelineRow[] {
  return expected.stages.flatMap((row) => {
    const before = plan.gates.filter((gate) => gate.before.kind === "stage" && gate.before.stage === row.stage.id);
    const after = plan.gates.filter((gate) => gate.before.kind === "completion" && gate.after === row.stage.id);
    return [
      ...before.map((gate) => ({ kind: "gate" as const, gate })),
      { kind: "stage" as const, row },
      ...after.map((gate) => ({ kind: "gate" as const, gate })),
    ];
  });
}
