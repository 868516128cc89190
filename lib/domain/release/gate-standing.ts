import type { Gate, Plan } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import { soakRemainingMs } from "./soak";
import type { GateState, ReleaseState } from "./state";
import { countedMs, MINUTE_MS, pastSoakMs } from "./stopwatch";
import type { Instant } from "./time";
import { TERMINAL_STAGE } from "./transitions";

/** What a gate says to whoever stands before it. An override counts as go; a go past its time has lapsed, event or not. */
export type GateStanding = "shut" | "voting" | "go" | "no_go" | "expired" | "lapsed";

/** A gate in front of a stage that is over guards nothing any more. */
export function isMoot(state: ReleaseState, gate: Gate): boolean {
  if (gate.before.kind === "completion") return state.completed !== null;
  const stage = state.stages[gate.before.stage];
  return stage !== undefined && TERMINAL_STAGE.has(stage.status);
}

/** Whether what the gate guards has begun: its go can then no longer lapse. */
export function isUsed(state: ReleaseState, gate: Gate): boolean {
  if (gate.before.kind === "completion") return state.completed !== null;
  return (state.stages[gate.before.stage]?.runs ?? 0) > 0;
}

/** When a go lapses, in release time; null where there is no go or it was used. */
export function lapsesAt(state: ReleaseState, gate: Gate): Instant | null {
  const own = state.gates[gate.id];
  if (own?.status !== "decided" || own.decision === null || own.decision.outcome === "no_go") return null;
  if (isUsed(state, gate) || isMoot(state, gate)) return null;
  return own.decision.releaseAt + gate.lapseMin * MINUTE_MS;
}

/** How a gate stands at `now` (release time). */
export function gateStanding(state: ReleaseState, gate: Gate, now: Instant): GateStanding {
  const own: GateState | undefined = state.gates[gate.id];
  if (own === undefined) return "shut";
  if (own.status !== "decided" || own.decision === null) return own.status === "decided" ? "shut" : own.status;
  if (own.decision.outcome === "no_go") return "no_go";
  const lapse = lapsesAt(state, gate);
  return lapse !== null && now >= lapse ? "lapsed" : "go";
}

/**
 * Release time in ms until a vote runs out at `now` (release time): counted from the end of the soak before it. Null while that
 * stands still (held, blind), while the stage before it is open without a soak, and where no vote runs.
 */
export function expiresInMs(plan: Plan, state: ReleaseState, gate: Gate, now: Instant): number | null {
  const own = state.gates[gate.id];
  if (own?.status !== "voting" || isMoot(state, gate)) return null;
  if (state.status !== "running" || state.blind !== null) return null;
  const after = gate.after === null ? null : (state.stages[gate.after] ?? null);
  const left = gate.timeout.afterMin * MINUTE_MS - countedMs(own.waited, now) - pastSoakMs(plan, state, gate, now);
  if (after === null || TERMINAL_STAGE.has(after.status)) return left;
  if (after.status !== "running" || gate.after === null) return null;
  const soak = soakRemainingMs(plan, state, gate.after, now);
  return soak === null ? null : soak + left;
}

/** The gate's own state, for a gate of this plan. */
export function gateRow(plan: Plan, state: ReleaseState, id: Gate["id"]): { gate: Gate; own: GateState } | null {
  const gate = indexOf(plan).gates.get(id);
  const own = state.gates[id];
  return gate === undefined || own === undefined ? null : { gate, own };
}
