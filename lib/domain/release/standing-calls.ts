import type { Plan } from "../plan/plan";
import { BLIND_CALLS_AFTER_MS, CALL_ESCALATES_AFTER_MS, type CallId, type CallState } from "./call";
import type { ReleaseState } from "./state";
import type { Instant } from "./time";

/** A call that stands, with the real time at which it escalates unless somebody takes it. */
export type StandingCall = CallState & { call: CallId; escalatesAt: Instant };

const isCall = (key: string): key is CallId => key.startsWith("call:");

function rank({ acknowledged, escalated }: CallState): number {
  return acknowledged !== null ? 2 : escalated !== null ? 0 : 1;
}

/** A P0 trigger and traffic that does not move are the first to be decided about, a P1 trigger can wait longest. */
function weight({ triggers }: Pick<Plan, "triggers">, { about }: CallState): number {
  if (about.kind === "job") return about.purpose.kind === "traffic" ? 0 : 1;
  if (about.kind !== "trigger") return 1;
  return triggers.find(({ id }) => id === about.trigger)?.level === "P1" ? 2 : 0;
}

/** Every call that stands: escalated ones first, then those that nobody has taken; of equals P0 first, then the oldest. */
export function standingCalls(plan: Pick<Plan, "triggers">, { calls }: Pick<ReleaseState, "calls">): StandingCall[] {
  return Object.keys(calls)
    .filter(isCall)
    .flatMap((call): StandingCall[] => {
      const own = calls[call];
      return own === undefined ? [] : [{ ...own, call, escalatesAt: own.at + CALL_ESCALATES_AFTER_MS }];
    })
    .toSorted((a, b) => rank(a) - rank(b) || weight(plan, a) - weight(plan, b) || a.at - b.at);
}

/** When blindness calls a person, in real time; null while everything is seen. */
export function blindCallsAt({ blind }: Pick<ReleaseState, "blind">): Instant | null {
  return blind === null ? null : blind.since + BLIND_CALLS_AFTER_MS;
}
