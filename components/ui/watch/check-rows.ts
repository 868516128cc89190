import type { Round, Side } from "@/lib/contracts/round";
import type { Measure } from "@/lib/domain/plan/measure";
import type { Check, Plan, TriggerLevel } from "@/lib/domain/plan/plan";
import type { Phrase } from "@/lib/domain/release/phrase";
import type { CheckVerdict, ReleaseState } from "@/lib/domain/release/state";
import type { StateTone } from "../state-mark";

export const VERDICT_TONE: Record<CheckVerdict, StateTone> = {
  passed: "go",
  failed: "failed",
  inconclusive: "warning",
  errored: "unknown",
  no_data: "unknown",
};

/** What a check is called where several stand side by side: its whole text, and its level where a rollback stands on it. */
export function checkTitle(plan: Plan, { id, text }: Check): string {
  const level = triggerLevel(plan, id);
  return level === null ? text : `${level} ${text}`;
}

function triggerLevel({ triggers }: Plan, id: Check["id"]): TriggerLevel | null {
  return triggers.find(({ check }) => check === id)?.level ?? null;
}

/** What failed and a rollback stands on goes before everything; what is well and only a trigger, after everything. */
function weightOf(plan: Plan, { check, verdict }: CheckRow): number {
  const level = triggerLevel(plan, check.id);
  if (verdict === "failed") return level === "P0" ? 0 : level === "P1" ? 1 : 2;
  return level === null ? 0 : 1;
}

/** One check as tiles show it. `verdict` is null before anything was measured. */
export type CheckRow = {
  check: Check & { measure: Measure };
  verdict: CheckVerdict | null;
  says: Phrase | null;
  /** Its own query has erred so long that it counts as unseen, whatever its source answers to others. */
  blind: boolean;
  value: Record<Side, number | null>;
};

const URGENCY: (CheckVerdict | null)[] = ["failed", "errored", "no_data", "inconclusive", null, "passed"];

function rowOf(check: CheckRow["check"], state: ReleaseState, round: Round | null): CheckRow {
  const reading = round?.readings.find((one) => one.check === check.id);
  const known = state.checks[check.id];
  const value: CheckRow["value"] = { new: null, old: null, one: null };
  for (const own of reading?.values ?? []) value[own.side] = own.value;
  return {
    check,
    verdict: reading?.verdict ?? known?.verdict ?? null,
    says: reading?.says ?? known?.says ?? null,
    blind: reading?.blind ?? false,
    value,
  };
}

/** Every check that is measured, what needs a look first; of equals what a rollback stands on. */
export function checkRows(plan: Plan, state: ReleaseState, round: Round | null): CheckRow[] {
  return plan.checks
    .flatMap((check) => (check.measure === null ? [] : [rowOf({ ...check, measure: check.measure }, state, round)]))
    .toSorted(
      (a, b) => URGENCY.indexOf(a.verdict) - URGENCY.indexOf(b.verdict) || weightOf(plan, a) - weightOf(plan, b),
    );
}

/** The checks that the plan names and nobody has said how to measure. */
export function unmeasuredChecks(plan: Plan): Check[] {
  return plan.checks.filter(({ measure }) => measure === null);
}
