import { classNames } from "@/components/ui/class-names";
import type { ReleaseOverview } from "@/lib/domain/release/overview";
import type { StageStatus } from "@/lib/domain/release/state";

const FILLS: Record<StageStatus, string> = {
  pending: "bg-plan-fill",
  running: "bg-accent",
  completed: "bg-normal",
  stopped: "bg-serious",
  failed: "bg-critical",
  skipped: "bg-off",
  reverted: "bg-critical",
};

/** The night as one thin line, each stage as long as it is planned. The words stand beside it. */
export function StageRibbon({ stages, label }: { stages: ReleaseOverview["stages"]; label: string }) {
  return (
    <div role="img" aria-label={label} className="flex h-1.5 w-full gap-px">
      {stages.map((stage) => (
        <div
          key={stage.id}
          className={classNames("min-w-1", FILLS[stage.status])}
          style={{ flexGrow: Math.max(stage.durationMin, 4) }}
        />
      ))}
    </div>
  );
}
