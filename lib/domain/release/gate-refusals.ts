import type { GateId } from "../plan/ids";
import { indexOf } from "../plan/plan-index";
import type { Thing } from "../policy/relations";
import type { Circumstances } from "./decision";
import { gateRow, gateStanding, isMoot } from "./gate-standing";
import type { Refusal } from "./refusal";
import { refuse, refuseBy } from "./refuse";
import type { Situation } from "./rule";
import type { GateRound, GateState } from "./state";

export type GateAsked = { gate: GateId };
export type RoundAsked = GateAsked & { round: number };

/** The gate as a thing with voters, or that the plan does not know it. */
export function gateThing({ plan }: Circumstances, { gate }: GateAsked): Thing | Refusal {
  const row = indexOf(plan).gates.get(gate);
  return row === undefined ? refuse("unknown_id", "unknown-gate", { id: gate }) : { voters: row.voters };
}

const END_EVENT = {
  go: "gate.decided",
  no_go: "gate.decided",
  override: "gate.overridden",
  expired: "gate.expired",
  lapsed: "gate.lapsed",
} as const satisfies Record<GateRound["outcome"], string>;

/** How a round ended first: a go that lapsed later was decided by whoever decided it. */
function endOf(own: GateState, round: number): GateRound | undefined {
  return own.rounds.find((one) => one.round === round);
}

/** That the round which was asked about is over, naming who ended it and how. */
export function roundOver({ plan, state }: Situation, { gate, round }: RoundAsked): Refusal | null {
  const row = gateRow(plan, state, gate);
  if (row === null || row.own.round === 0 || round > row.own.round) return null;
  const end = endOf(row.own, round);
  if (end === undefined) return null;
  const facts = { gate, round, outcome: end.outcome };
  return refuseBy(refuse("already", "gate-already-decided", facts), end, END_EVENT[end.outcome]);
}

/** That votes do not count now: the gate is shut, guards nothing any more, or another round is meant. */
export function notVoting({ plan, state }: Situation, { gate, round }: RoundAsked): Refusal | null {
  const row = gateRow(plan, state, gate);
  if (row === null) return null;
  if (row.own.status === "shut") return refuse("not_allowed_now", "gate-shut", { gate });
  const moot = gateMoot(state, row.gate);
  if (moot !== null) return moot;
  if (round !== row.own.round) return refuse("invalid", "round-not-open", { gate, round: row.own.round, asked: round });
  return row.own.status === "voting" ? null : refuse("not_allowed_now", "gate-is", { gate, status: row.own.status });
}

/** That the stage behind the gate is over. */
export function gateMoot(state: Situation["state"], gate: Parameters<typeof isMoot>[1]): Refusal | null {
  if (!isMoot(state, gate)) return null;
  const stage = gate.before.kind === "stage" ? gate.before.stage : "";
  const status = gate.before.kind === "stage" ? (state.stages[gate.before.stage]?.status ?? "pending") : "completed";
  return refuse("not_allowed_now", "gate-moot", { gate: gate.id, stage, status });
}

/** Why a gate cannot be opened for another round; null when it can. */
export function notReopenable({ plan, state, releaseNow }: Situation, { gate }: GateAsked): Refusal | null {
  const row = gateRow(plan, state, gate);
  if (row === null) return null;
  const standing = gateStanding(state, row.gate, releaseNow);
  if (standing === "shut") return refuse("not_allowed_now", "gate-shut", { gate });
  const moot = gateMoot(state, row.gate);
  if (moot !== null) return moot;
  if (standing !== "go") return null;
  return refuseBy(
    refuse("not_allowed_now", "gate-is", { gate, status: row.own.decision?.outcome ?? "go" }),
    row.own.decision,
    row.own.decision?.outcome === "override" ? "gate.overridden" : "gate.decided",
  );
}
