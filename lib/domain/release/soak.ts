import type { StageId } from "../plan/ids";
import type { Plan, Stage } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import type { ReleaseState } from "./state";
import { countedMs, MINUTE_MS } from "./stopwatch";
import type { Instant } from "./time";

/** Whether a stage must last as long as planned: observation does, work does not. */
function mustSoak(stage: Stage): boolean {
  return stage.kind === "observe" && stage.durationMin !== null;
}

/**
 * Release time in ms that an observation still needs at `now` (release time), 0 when it is over, null where nothing soaks.
 * Held, blind and stopped time does not count. A skipped observation never gets over.
 */
export function soakRemainingMs(plan: Plan, state: ReleaseState, stage: StageId, now: Instant): number | null {
  const row = indexOf(plan).stages.get(stage);
  const own = state.stages[stage];
  if (row === undefined || own === undefined || row.durationMin === null || !mustSoak(row)) return null;
  return Math.max(0, row.durationMin * MINUTE_MS - countedMs(own.soak, now));
}
