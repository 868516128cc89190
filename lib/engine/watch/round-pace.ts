import type { ReleaseSnapshot } from "@/lib/contracts/live";
import type { CheckId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import { indexOf } from "@/lib/domain/plan/plan-index";
import { POLICY } from "@/lib/domain/policy/policy";
import type { Instant } from "@/lib/domain/release/time";
import type { MeasuredCheck } from "./ask-checks";
import { isStanding, watchSpeed, watchTime } from "./watch-clock";
import type { CheckMemory, Memory } from "./watch-memory";

const shortestIntervalMs = 500;
const usualIntervalS = 15;
/** A release that begins must not wait for its first round. */
const standingLookMs = 2_000;

type Snapshot = Pick<ReleaseSnapshot, "plan" | "state">;

export function measuredChecks(plan: Plan): MeasuredCheck[] {
  return plan.checks.flatMap(({ id, measure }) => (measure === null ? [] : [{ id, measure }]));
}

/** Those that are asked now: a probe as long as what it proves can be signed; afterwards nobody stands on it. */
function askedChecks({ plan, state }: Snapshot): MeasuredCheck[] {
  const { probes } = indexOf(plan);
  const matter = POLICY["item.sign"].statuses.includes(state.status);
  return measuredChecks(plan).filter(({ id }) => matter || !probes.has(id));
}

/** The shortest interval of any check, on the clock that checks are asked by. */
function shortestMs(plan: Plan): number {
  const seconds = measuredChecks(plan).map(({ measure }) => measure.intervalS);
  return 1000 * (seconds.length === 0 ? usualIntervalS : Math.min(...seconds));
}

/** Real milliseconds between two rounds: the shortest interval of any check. */
export function intervalMs({ plan, state }: Snapshot): number {
  return Math.max(shortestIntervalMs, shortestMs(plan) / watchSpeed(state.clock));
}

/** Real milliseconds to the next look: when the first check is due again, which after an error is sooner than its interval. */
export function pauseMs(snapshot: Snapshot, { checks }: Pick<Memory, "checks">, at: Instant): number {
  const { clock } = snapshot.state;
  const dues = askedChecks(snapshot).flatMap(({ id }) => checks[id]?.state.run.nextAt ?? []);
  const next = (Math.min(...dues) - watchTime(clock, at)) / watchSpeed(clock);
  const pause = Math.min(Math.max(next, shortestIntervalMs), intervalMs(snapshot));
  return isStanding(clock) ? Math.min(pause, standingLookMs) : pause;
}

type Known = ReadonlyMap<CheckId, CheckMemory>;

function required({ plan }: Snapshot): MeasuredCheck[] {
  const { checks } = indexOf(plan);
  return measuredChecks(plan).filter(({ id }) => checks.get(id)?.required === true);
}

const slowestS = (checks: readonly MeasuredCheck[]) => Math.max(...checks.map(({ measure }) => measure.intervalS));

/**
 * The checks of this round. One whose time is nearly there is not left for another round; and when the slowest of those that gates
 * stand on is asked, all of them are: only what passed in one round opens a gate.
 */
export function dueChecks(snapshot: Snapshot, known: Known, now: Instant): MeasuredCheck[] {
  const early = shortestMs(snapshot.plan) / 2;
  const due = askedChecks(snapshot).filter(({ id }) => (known.get(id)?.state.run.nextAt ?? 0) <= now + early);
  const gates = required(snapshot);
  const slowest = slowestS(gates);
  if (!due.some((check) => check.measure.intervalS === slowest && gates.some(({ id }) => id === check.id))) return due;
  const ids = new Set(due.map(({ id }) => id));
  const begun = gates.filter(({ id }) => !ids.has(id) && known.get(id)?.state.run.phase !== "waiting");
  return [...due, ...begun];
}

/** The last round in which every check that gates stand on was asked: when, under which share, and who passed. */
export type Together = { at: Instant; share: number; passed: CheckId[]; everyMs: number };

type Done = { asked: readonly MeasuredCheck[]; passed: readonly CheckId[]; share: number; at: Instant };

/** After a round: it counts when none of those checks was left out; else the one before stands, unless another share is wanted now. */
export function togetherAfter(
  snapshot: Snapshot,
  before: Together | null,
  { asked, passed, share, at }: Done,
): Together | null {
  const gates = required(snapshot);
  if (gates.length === 0) return null;
  const everyMs = Math.max(shortestIntervalMs, (1000 * slowestS(gates)) / watchSpeed(snapshot.state.clock));
  const ids = new Set(asked.map(({ id }) => id));
  if (gates.every(({ id }) => ids.has(id))) return { at, share, passed: [...passed], everyMs };
  return before?.share === share ? before : { at: 0, share, passed: [], everyMs };
}
