import type { Plan } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import type { GateState, ReleaseState, StageState, Stopwatch } from "./state";
import type { Instant } from "./time";

export const MINUTE_MS = 60_000;

/** Milliseconds of release time on the stopwatch at `now` (release time). */
export function countedMs(watch: Stopwatch, now: Instant): number {
  return watch.countedMs + (watch.countingSince === null ? 0 : Math.max(0, now - watch.countingSince));
}

function turned(watch: Stopwatch, goes: boolean, now: Instant): Stopwatch {
  if (goes === (watch.countingSince !== null)) return watch;
  return goes
    ? { countedMs: watch.countedMs, countingSince: now }
    : { countedMs: countedMs(watch, now), countingSince: null };
}

const ENDED: ReadonlySet<StageState["status"]> = new Set(["completed", "skipped", "reverted"]);

function waits(state: ReleaseState, gate: GateState, after: StageState | undefined): boolean {
  return gate.status === "voting" && (after === undefined || ENDED.has(after.status)) && goes(state);
}

function goes(state: ReleaseState): boolean {
  return state.status === "running" && state.blind === null;
}

function turnStages(plan: Plan, state: ReleaseState, now: Instant): ReleaseState["stages"] {
  let stages = state.stages;
  for (const stage of plan.stages) {
    const own = stages[stage.id];
    if (own === undefined || stage.kind !== "observe") continue;
    const soak = turned(own.soak, goes(state) && own.status === "running", now);
    if (soak !== own.soak) stages = { ...stages, [stage.id]: { ...own, soak } };
  }
  return stages;
}

function turnGates(plan: Plan, state: ReleaseState, now: Instant): ReleaseState["gates"] {
  let gates = state.gates;
  for (const gate of plan.gates) {
    const own = gates[gate.id];
    if (own === undefined) continue;
    const after = gate.after === null ? undefined : state.stages[gate.after];
    const waited = turned(own.waited, waits(state, own, after), now);
    if (waited !== own.waited) gates = { ...gates, [gate.id]: { ...own, waited } };
  }
  return gates;
}

/** Starts and stops every stopwatch as the state asks: nothing counts while held, blind or stopped. `now` is release time. */
export function turnStopwatches(plan: Plan, state: ReleaseState, now: Instant): ReleaseState {
  const stages = turnStages(plan, state, now);
  const gates = turnGates(plan, state, now);
  return stages === state.stages && gates === state.gates ? state : { ...state, stages, gates };
}

/** How long the stage in front of a gate has run beyond its soak, in ms of release time; 0 where it has none. */
export function pastSoakMs(plan: Plan, state: ReleaseState, gate: { after: GateAfter }, now: Instant): number {
  const stage = gate.after === null ? undefined : indexOf(plan).stages.get(gate.after);
  const own = stage === undefined ? undefined : state.stages[stage.id];
  if (stage?.kind !== "observe" || stage.durationMin === null || own === undefined) return 0;
  return Math.max(0, countedMs(own.soak, now) - stage.durationMin * MINUTE_MS);
}

type GateAfter = Plan["gates"][number]["after"];
