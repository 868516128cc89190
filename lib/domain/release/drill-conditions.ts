import type { Gate } from "../plan/plan";
import type { Condition } from "./condition";
import type { ConditionContext } from "./gate-conditions";
import { jobsOf } from "./job";
import { condition } from "./make-condition";
import type { ReleaseState } from "./state";
import { releaseTime } from "./time";

const HOUR_MS = 3_600_000;

/** A drill after the last good one that did not come to its end says more than the good one does; asking for the next one forgives nothing. */
export function hasDrillFailedSince(state: ReleaseState): boolean {
  const ends = jobsOf(state).flatMap(({ job: { purpose, ended } }) =>
    purpose.kind === "drill" && ended !== null ? [ended] : [],
  );
  const ended = ends.findLast(({ outcome }) => outcome !== "cancelled");
  if (ended === undefined || ended.outcome === "succeeded") return false;
  return ended.at >= (state.rollback.drill?.at ?? 0);
}

/** Whether the rollback was drilled lately enough, where the gate asks for that; nothing where it does not. */
export function drillConditions({ plan, state, now }: ConditionContext, gate: Gate): Condition[] {
  const hours = gate.drillWithinHours;
  if (hours === undefined) return [];
  const { drill } = state.rollback;
  const isOld = drill !== null && releaseTime(state.clock, now) - drill.releaseAt > hours * HOUR_MS;
  const isFailed = hasDrillFailedSince(state);
  const standing = isFailed ? "failed" : drill === null ? "none" : isOld ? "old" : "drilled";
  return [
    condition("drill", standing === "drilled", {
      owners: [plan.manager],
      facts: {
        hours,
        standing,
        by: drill?.job === undefined ? "word" : "runner",
        ...(drill === null ? {} : { at: drill.releaseAt, took: drill.tookMs ?? -1 }),
      },
      by: standing === "drilled" ? (drill?.by ?? null) : null,
    }),
  ];
}
