import type { Gate, Stage } from "@/lib/domain/plan/plan";
import type { Forecast, StageForecast } from "@/lib/domain/release/forecast";
import type { GateState, ReleaseState, StageStatus } from "@/lib/domain/release/state";
import type { Instant } from "@/lib/domain/release/time";

const MINUTE_MS = 60_000;
const TICK_STEPS_MIN = [5, 10, 15, 30, 60, 120, 180, 360, 720, 1440];
const MOST_TICKS = 10;
/** The part of the ribbon in front of the plan where the names of its two rows stand, which nothing may cover. */
const ROW_NAMES = 0.053;
const END_AIR = 0.022;

export type Span = { from: Instant; to: Instant };
export type RibbonBar = { key: string; span: Span; stage: Stage };
export type ActualBar = RibbonBar & { status: StageStatus };
export type RibbonGate = { gate: Gate; at: Instant; look: "go" | "no_go" | "open" | "shut" };

/** The stretch of time that the ribbon shows: the plan, what became of it, and a little air on both sides. */
export function ribbonSpan(forecast: Forecast, now: Instant): Span {
  const ends = forecast.stages.flatMap((row) => [row.plannedEnd, row.expectedEnd, row.actualEnd]);
  const known = [forecast.windowEnd, ...ends].filter((end) => end !== null);
  const from = Math.min(forecast.windowStart, ...forecast.stages.map((row) => row.actualStart ?? row.plannedStart));
  const planned = Math.max(from + 30 * MINUTE_MS, ...known);
  // A release that is hours over keeps its plan readable: now may push the end out by half the plan at most.
  const to = Math.min(Math.max(planned, now), planned + (planned - from) / 2);
  const whole = (to - from) / (1 - ROW_NAMES - END_AIR);
  return { from: from - whole * ROW_NAMES, to: to + whole * END_AIR };
}

/** Where an instant stands on the ribbon, in percent of its width. */
export function position(span: Span, at: Instant): number {
  return ((at - span.from) / (span.to - span.from)) * 100;
}

/** Round times to write under the ribbon, in the plan's zone (its offset in ms), at most ten. */
export function ribbonTicks(span: Span, offsetMs: number): Instant[] {
  const minutes = (span.to - span.from) / MINUTE_MS;
  const step = (TICK_STEPS_MIN.find((one) => minutes / one <= MOST_TICKS) ?? 1440) * MINUTE_MS;
  const ticks: Instant[] = [];
  const begins = span.from + ROW_NAMES * (span.to - span.from);
  for (let at = Math.ceil((begins + offsetMs) / step) * step - offsetMs; at <= span.to; at += step) ticks.push(at);
  return ticks;
}

const timed = (row: StageForecast) => row.stage.durationMin !== null;

export function plannedBars(forecast: Forecast): RibbonBar[] {
  return forecast.stages
    .filter(timed)
    .flatMap(({ stage, plannedStart, plannedEnd }) =>
      plannedEnd === null ? [] : [{ key: stage.id, stage, span: { from: plannedStart, to: plannedEnd } }],
    );
}

/** What happened so far; a running stage reaches to now. */
export function actualBars(forecast: Forecast, state: ReleaseState, now: Instant): ActualBar[] {
  return forecast.stages.filter(timed).flatMap(({ stage, actualStart, actualEnd }) => {
    const status = state.stages[stage.id]?.status;
    if (actualStart === null || status === undefined) return [];
    return [{ key: stage.id, stage, status, span: { from: actualStart, to: Math.max(actualStart, actualEnd ?? now) } }];
  });
}

/** What is still to come, at planned durations. */
export function expectedBars(forecast: Forecast, now: Instant): RibbonBar[] {
  return forecast.stages.filter(timed).flatMap(({ stage, actualEnd, expectedStart, expectedEnd }) => {
    if (actualEnd !== null || expectedStart === null || expectedEnd === null) return [];
    const span = { from: Math.max(expectedStart, now), to: expectedEnd };
    return span.to > span.from ? [{ key: stage.id, stage, span }] : [];
  });
}

function gateLook(own: GateState, state: ReleaseState): RibbonGate["look"] {
  if (own.status === "voting") return state.status === "running" || state.status === "held" ? "open" : "shut";
  if (own.status !== "decided" || own.decision === null) return "shut";
  return own.decision.outcome === "no_go" ? "no_go" : "go";
}

function startOf(row: StageForecast): Instant {
  return row.actualStart ?? row.expectedStart ?? row.plannedStart;
}

function gateAt(gate: Gate, own: GateState, forecast: Forecast): Instant | null {
  if (own.status === "decided" && own.decision !== null) return own.decision.releaseAt;
  const { before } = gate;
  if (before.kind === "stage") {
    const row = forecast.stages.find((one) => one.stage.id === before.stage);
    return row === undefined ? null : startOf(row);
  }
  const after = forecast.stages.find((one) => one.stage.id === gate.after);
  return after?.expectedEnd ?? after?.plannedEnd ?? forecast.endsAt;
}

export function ribbonGates(gates: Gate[], state: ReleaseState, forecast: Forecast): RibbonGate[] {
  return gates.flatMap((gate) => {
    const own = state.gates[gate.id];
    const at = own === undefined ? null : gateAt(gate, own, forecast);
    return own === undefined || at === null ? [] : [{ gate, at, look: gateLook(own, state) }];
  });
}
