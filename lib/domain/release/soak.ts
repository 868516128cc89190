import type { StageId } from "../plan/ids";
import type { Plan, Stage } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import type { ReleaseEvent } from "./events";
import type { ReleaseState } from "./state";
import { countedMs, MINUTE_MS } from "./stopwatch";
import { type Instant, realTime } from "./time";

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

function soakEndsAt(plan: Plan, state: ReleaseState, stage: StageId): Instant | null {
  const since = state.stages[stage]?.soak.countingSince ?? null;
  const left = since === null ? null : soakRemainingMs(plan, state, stage, since);
  return since === null || left === null ? null : realTime(state.clock, since + left);
}

/**
 * The real instant at which the last of the soaks ended that these events end, decided on `state`: whoever writes them down must not do so
 * earlier by his own clock. Null where none soaks.
 */
export function soaksEndedAt(plan: Plan, state: ReleaseState, events: ReleaseEvent[]): Instant | null {
  const ends = events.flatMap((event) =>
    event.type === "stage.completed" ? (soakEndsAt(plan, state, event.payload.stage) ?? []) : [],
  );
  return ends.length === 0 ? null : Math.ceil(Math.max(...ends));
}
