import type { Plan } from "../plan/plan";
import type { SystemCommand } from "./commands";
import { expiresInMs, lapsesAt } from "./gate-standing";
import type { ReleaseState } from "./state";
import { type Instant, realTime, releaseTime } from "./time";
import { TERMINAL_RELEASE } from "./transitions";

/** Something that the engine must ask for at a real instant, under the epoch it was set in. */
export type ReleaseTimer = { key: string; dueAt: Instant; epoch: number; command: SystemCommand };

type Due = { key: string; releaseAt: Instant; command: SystemCommand };

function gateDues(plan: Plan, state: ReleaseState): Due[] {
  const last = releaseTime(state.clock, state.lastAt);
  return plan.gates.flatMap((gate) => {
    const round = state.gates[gate.id]?.round ?? 0;
    const left = expiresInMs(plan, state, gate, last);
    const lapse = lapsesAt(state, gate);
    const dues: Due[] = [];
    if (left !== null) {
      const command = { type: "gate.expire" as const, gate: gate.id, round };
      dues.push({ key: `gate.expire:${gate.id}:${round}`, releaseAt: last + left, command });
    }
    if (lapse !== null) {
      const command = { type: "gate.lapse" as const, gate: gate.id, round };
      dues.push({ key: `gate.lapse:${gate.id}:${round}`, releaseAt: lapse, command });
    }
    return dues;
  });
}

/** Every timer that must stand after the state's last event; due times are real, rounded up so that none is early. */
export function timersOf(plan: Plan, state: ReleaseState): ReleaseTimer[] {
  if (TERMINAL_RELEASE.has(state.status) || state.status === "rolling_back") return [];
  const dues = state.status === "running" || state.status === "held" ? gateDues(plan, state) : [];
  const { scheduled, status } = state.rollback;
  if (scheduled !== null && status === "scheduled") {
    dues.push({ key: "rollback.due", releaseAt: scheduled.dueAt, command: { type: "rollback.due" } });
  }
  return dues.flatMap(({ key, releaseAt, command }) => {
    const dueAt = realTime(state.clock, releaseAt);
    return dueAt === null ? [] : [{ key, dueAt: Math.ceil(dueAt), epoch: state.epoch, command }];
  });
}
