import type { Plan } from "../plan/plan";
import { BLIND_CALLS_AFTER_MS, CALL_ESCALATES_AFTER_MS, type CallAbout, type CallId, callOf } from "./call";
import type { SystemCommand } from "./commands";
import { expiresInMs, lapsesAt } from "./gate-standing";
import { untakenJobs } from "./job-calls";
import { scriptDues } from "./script-state";
import type { ReleaseState } from "./state";
import { type Instant, realTime, releaseTime } from "./time";
import { TERMINAL_RELEASE } from "./transitions";

/** Something that the engine must ask for at a real instant, under the epoch it was set in. */
export type ReleaseTimer = { key: string; dueAt: Instant; epoch: number; command: SystemCommand };

type Due = { key: string; releaseAt: Instant; command: SystemCommand };
type RealDue = { key: string; dueAt: Instant; command: SystemCommand };

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

/** The acts of a rehearsal's script. */
function faultDues(state: ReleaseState): Due[] {
  const script = state.script?.at ?? 0;
  return scriptDues(state).map(({ row, act, releaseAt }) => {
    const command = { type: "fault.due" as const, script, row, act };
    return { key: `fault.due:${script}:${row}:${act}`, releaseAt, command };
  });
}

/** What real time brings: a call for a decision after a while of blindness, escalation of a call that nobody takes. */
function callDues(state: ReleaseState): RealDue[] {
  const dues: RealDue[] = [];
  const about: CallAbout | null = state.blind === null ? null : { kind: "source", source: state.blind.source };
  if (state.blind !== null && about !== null && state.calls[callOf(about)] === undefined) {
    const dueAt = state.blind.since + BLIND_CALLS_AFTER_MS;
    dues.push({
      key: `call.raise:${callOf(about)}:${state.blind.since}`,
      dueAt,
      command: { type: "call.raise", about },
    });
  }
  return [...dues, ...untakenDues(state), ...escalationDues(state)];
}

/** Work that no runner begins: somebody has to know before the clock of the rollback does. */
function untakenDues(state: ReleaseState): RealDue[] {
  return untakenJobs(state).map(({ about, dueAt }) => {
    return { key: `call.raise:${callOf(about)}`, dueAt, command: { type: "call.raise", about } };
  });
}

function escalationDues(state: ReleaseState): RealDue[] {
  return callsOf(state).flatMap((call): RealDue[] => {
    const own = state.calls[call];
    if (own === undefined || own.acknowledged !== null || own.escalated !== null) return [];
    const dueAt = own.at + CALL_ESCALATES_AFTER_MS;
    return [{ key: `call.escalate:${call}:${own.at}`, dueAt, command: { type: "call.escalate", call } }];
  });
}

function isCall(key: string): key is CallId {
  return key.startsWith("call:");
}

function callsOf(state: ReleaseState): CallId[] {
  return Object.keys(state.calls).filter(isCall);
}

/** Every timer that must stand after the state's last event; due times are real, rounded up so that none is early. */
export function timersOf(plan: Plan, state: ReleaseState): ReleaseTimer[] {
  if (TERMINAL_RELEASE.has(state.status)) return [];
  // A shop that was made to suffer for three minutes gets well again, also while the release goes back.
  if (state.status === "rolling_back") {
    return atRealTimes(state, faultDues(state), [...untakenDues(state), ...escalationDues(state)]);
  }
  const dues = [
    ...(state.status === "running" || state.status === "held" ? gateDues(plan, state) : []),
    ...faultDues(state),
  ];
  const { scheduled, status } = state.rollback;
  if (scheduled !== null && status === "scheduled") {
    dues.push({ key: "rollback.due", releaseAt: scheduled.dueAt, command: { type: "rollback.due" } });
  }
  return atRealTimes(state, dues, callDues(state));
}

function atRealTimes(state: ReleaseState, dues: Due[], real: RealDue[]): ReleaseTimer[] {
  const scaled = dues.flatMap(({ key, releaseAt, command }): RealDue[] => {
    const dueAt = realTime(state.clock, releaseAt);
    return dueAt === null ? [] : [{ key, dueAt, command }];
  });
  return [...scaled, ...real].map((due) => ({ ...due, dueAt: Math.ceil(due.dueAt), epoch: state.epoch }));
}
