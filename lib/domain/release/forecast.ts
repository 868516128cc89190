import type { Plan, Stage } from "../plan/plan";
import type { ReleaseState, StageState } from "./state";
import { type Instant, releaseTime } from "./time";

const MINUTE_MS = 60_000;

/** A stage's planned, actual and expected times, all in release time (ms). Null = not known or will not happen. */
export type StageForecast = {
  stage: Stage;
  plannedStart: Instant;
  plannedEnd: Instant | null;
  actualStart: Instant | null;
  actualEnd: Instant | null;
  expectedStart: Instant | null;
  expectedEnd: Instant | null;
  /** How much later than planned it ended or will end; negative = earlier. Null without a planned end. */
  lateMs: number | null;
};

export type Forecast = {
  stages: StageForecast[];
  windowStart: Instant;
  windowEnd: Instant | null;
  /** When the last timed stage ended or will end; null once the release no longer goes forward. */
  endsAt: Instant | null;
  /** How late the release is now, never negative. */
  lateMs: number;
  /** Expected end after the window's end, in ms; 0 when it fits or no window is known. */
  overrunMs: number;
  /** How long a rollback takes, and who says so; null where nobody does. */
  rollbackTakes: RollbackTakes | null;
  /** The last moment at which a rollback that takes so long still ends inside the window. */
  lastSafeRollback: Instant | null;
};

/** Measured by a drill, said by a person who went through it, or only what the plan aims at. */
export type RollbackTakes = { ms: number; by: "drill" | "word" | "target" };

/** How long a rollback takes, by the best that is known. A runner's drill times the switch alone: further steps take longer. */
export function rollbackTakes({ rollback }: Pick<Plan, "rollback">, state: ReleaseState): RollbackTakes | null {
  const { tookMs = null, job } = state.rollback.drill ?? {};
  const target = (rollback?.targetMin ?? 0) * MINUTE_MS;
  const least = job !== undefined && rollback !== null && rollback.steps.length > 1 ? target : 0;
  if (tookMs !== null && tookMs >= least) return { ms: tookMs, by: job === undefined ? "word" : "drill" };
  return target === 0 ? null : { ms: target, by: "target" };
}

const GOES_FORWARD: ReadonlySet<ReleaseState["status"]> = new Set(["preparing", "running", "held"]);

function soakLeftMs(stage: Stage, state: StageState, now: Instant): number {
  const counted = state.soak.countedMs + (state.soak.countingSince === null ? 0 : now - state.soak.countingSince);
  return Math.max(0, (stage.durationMin ?? 0) * MINUTE_MS - counted);
}

function expectedEnd(stage: Stage, state: StageState | undefined, from: Instant, now: Instant): Instant {
  const durationMs = (stage.durationMin ?? 0) * MINUTE_MS;
  if (state?.status !== "running" || state.started === null) return from + durationMs;
  if (stage.kind === "observe") return now + soakLeftMs(stage, state, now);
  return Math.max(now, state.started.releaseAt + durationMs);
}

type Step = { cursor: Instant; goesForward: boolean; now: Instant; startsAt: Instant };

function forecastStage(stage: Stage, state: StageState | undefined, step: Step): StageForecast {
  const plannedStart = step.startsAt + stage.startMin * MINUTE_MS;
  const plannedEnd = stage.durationMin === null ? null : plannedStart + stage.durationMin * MINUTE_MS;
  const actualStart = state?.started?.releaseAt ?? null;
  const actualEnd = state?.status === "running" ? null : (state?.ended?.releaseAt ?? null);
  const open = actualEnd === null && step.goesForward;
  const start = actualStart ?? (open ? Math.max(step.cursor, plannedStart, step.now) : null);
  const end = actualEnd ?? (open && start !== null ? expectedEnd(stage, state, start, step.now) : null);
  const lateMs = plannedEnd === null || end === null ? null : end - plannedEnd;
  return { stage, plannedStart, plannedEnd, actualStart, actualEnd, expectedStart: start, expectedEnd: end, lateMs };
}

function isTimed(row: StageForecast): boolean {
  return row.stage.durationMin !== null;
}

/**
 * How late the stage that runs, or else the next one, is. Once every timed stage is over it stays at what the last of them
 * ended with: an end without a duration is declared, not due, and waiting for it delays nothing that was planned.
 */
function latenessNow(stages: StageForecast[], state: ReleaseState): number {
  const running = stages.find((row) => state.stages[row.stage.id]?.status === "running");
  if (running !== undefined) {
    const behind = (running.actualStart ?? running.plannedStart) - running.plannedStart;
    return Math.max(0, running.lateMs ?? behind);
  }
  const next = stages.find((row) => isTimed(row) && row.actualEnd === null && row.expectedStart !== null);
  if (next === undefined) return Math.max(0, stages.findLast(isTimed)?.lateMs ?? 0);
  return Math.max(0, (next.expectedStart ?? next.plannedStart) - next.plannedStart);
}

/** Plan against reality: what was planned, what happened, and what follows at planned durations, at real time `now`. */
export function forecast(plan: Plan, state: ReleaseState, now: Instant): Forecast {
  const startsAt = state.clock.startsAt;
  const releaseNow = releaseTime(state.clock, now);
  const goesForward = GOES_FORWARD.has(state.status);
  const stages: StageForecast[] = [];
  let cursor = startsAt;
  for (const stage of plan.stages) {
    const row = forecastStage(stage, state.stages[stage.id], { cursor, goesForward, now: releaseNow, startsAt });
    stages.push(row);
    cursor = row.expectedEnd ?? cursor;
  }
  const timed = stages.filter(isTimed);
  const ends = timed.map((row) => row.expectedEnd).filter((end) => end !== null);
  const endsAt = goesForward && ends.length > 0 ? Math.max(...ends) : (state.completed?.releaseAt ?? null);
  const windowEnd = plan.info.windowMin === null ? null : startsAt + plan.info.windowMin * MINUTE_MS;
  const takes = rollbackTakes(plan, state);
  return {
    stages,
    windowStart: startsAt,
    windowEnd,
    endsAt,
    lateMs: goesForward && state.status !== "preparing" ? latenessNow(stages, state) : 0,
    overrunMs: windowEnd === null || endsAt === null ? 0 : Math.max(0, endsAt - windowEnd),
    rollbackTakes: takes,
    lastSafeRollback: windowEnd === null || takes === null ? null : windowEnd - takes.ms,
  };
}
