import type { RoleId } from "../plan/ids";
import type { Plan, RollbackStep } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import type { Condition } from "./condition";
import { openTimedStages } from "./current";
import { gateStanding } from "./gate-standing";
import type { JobState } from "./job";
import { condition } from "./make-condition";
import type { ReleaseState } from "./state";
import { MINUTE_MS } from "./stopwatch";
import type { Instant } from "./time";
import { isBackByDriver, isSeenBack, trafficBackJob } from "./traffic-back";

/** Everything that completion needs at `now` (release time): timed stages over, and the gate before it on go. */
export function completeConditions(plan: Plan, state: ReleaseState, now: Instant): Condition[] {
  const open = openTimedStages(plan, state);
  const stages = condition("stages", open.length === 0, {
    subject: open[0]?.id ?? "",
    owners: open[0]?.owners ?? [],
    facts: { open: open.length, total: plan.stages.length },
  });
  const gate = indexOf(plan).completionGate;
  if (gate === null) return [stages];
  const standing = gateStanding(state, gate, now);
  const rest = {
    key: `gate:${gate.id}`,
    subject: gate.id,
    owners: [plan.manager],
    facts: { standing },
    by: state.gates[gate.id]?.decision?.by ?? null,
  };
  return [stages, condition("gate", standing === "go", rest)];
}

/** Everything that closing needs at `now` (release time): each window completed, each criterion judged. */
export function closeConditions(plan: Plan, state: ReleaseState, now: Instant): Condition[] {
  const windows = plan.windows.map((window) => {
    const done = state.windows[window.id];
    const left = (state.completed?.releaseAt ?? now) + window.toMin * MINUTE_MS - now;
    return condition("window", done !== undefined, {
      key: `window:${window.id}`,
      subject: window.id,
      owners: window.owners,
      remainingMs: done === undefined ? Math.max(0, left) : null,
      by: done?.by ?? null,
    });
  });
  const criteria = plan.criteria.map((criterion) =>
    condition("criterion", state.criteria[criterion.id] !== undefined, {
      key: `criterion:${criterion.id}`,
      subject: criterion.id,
      owners: [plan.manager],
      by: state.criteria[criterion.id]?.by ?? null,
    }),
  );
  return [...windows, ...criteria];
}

/** Who carries out a step of the rollback: its owners, and where the plan names none, whoever may roll back. */
export function rollbackOwners(plan: Plan, step: RollbackStep): RoleId[] {
  return step.owners.length > 0 ? step.owners : plan.rollbackers;
}

/** Where the driver's way back is. */
function backStanding(job: JobState): "waiting" | "running" | "back" | "unknown" {
  if (job.status === "running") return "running";
  if (job.ended === null && job.cancel === null) return "waiting";
  return isBackByDriver(job) ? "back" : "unknown";
}

/** The way back that a driver was asked for: to its end once it has begun, and known to have led there. */
function trafficConditions(plan: Plan, state: ReleaseState): Condition[] {
  const job = trafficBackJob(state);
  if (job === null) return [];
  const standing = backStanding(job);
  const isBack = standing === "back" || (standing !== "running" && isSeenBack(plan, state));
  return [condition("traffic", isBack, { owners: plan.rollbackers, facts: { standing } })];
}

/** What completing a rollback needs: its traffic back, and the steps of its procedure done or skipped. */
export function rollbackConditions(plan: Plan, state: ReleaseState): Condition[] {
  const steps = (plan.rollback?.steps ?? []).map((step) => {
    const own = state.rollback.steps[step.id];
    return condition("steps", own !== undefined && own.outcome !== "failed", {
      key: `steps:${step.id}`,
      subject: step.id,
      owners: rollbackOwners(plan, step),
      facts: { outcome: own?.outcome ?? "open" },
      by: own?.mark.by ?? null,
    });
  });
  return [...trafficConditions(plan, state), ...steps];
}
