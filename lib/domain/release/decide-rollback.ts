import type { TriggerId } from "../plan/ids";
import { indexOf } from "../plan/plan-index";
import { POLICY } from "../policy/policy";
import type { Thing } from "../policy/relations";
import { rollbackStart } from "./consequences";
import type { Circumstances } from "./decision";
import { rollbackConditions, rollbackOwners } from "./end-conditions";
import { bindingFor, standingJob } from "./job";
import { requestJob, requestNextRollbackStep, requestTrafficBack } from "./job-requests";
import type { Refusal } from "./refusal";
import { accepted, refuse, refuseBy, refused, refuseUnmet } from "./refuse";
import { type CommandOf, fact, type RuleTable, type Situation, written } from "./rule";

function knownTrigger({ plan }: Circumstances, trigger: TriggerId | undefined): Thing | Refusal {
  if (trigger === undefined || indexOf(plan).triggers.has(trigger)) return {};
  return refuse("unknown_id", "unknown-trigger", { id: trigger });
}

/** That a rollback was begun, by whom and when. */
export function rollbackBegun({ state }: Situation): Refusal | null {
  const { started, status } = state.rollback;
  if (status !== "running" && status !== "done") return null;
  return refuseBy(refuse("already", "rollback-already-started"), started, "rollback.started");
}

function rollbackStepThing({ plan }: Circumstances, { step }: CommandOf<"rollback.step">): Thing | Refusal {
  const row = indexOf(plan).rollbackSteps.get(step);
  if (row === undefined) return refuse("unknown_id", "unknown-rollback-step", { id: step });
  return { owners: rollbackOwners(plan, row) };
}

/** What was done stays done; a failed or skipped step may be done later. */
function stepSettled({ state }: Situation, { step, outcome }: CommandOf<"rollback.step">): Refusal | null {
  const own = state.rollback.steps[step];
  if (own === undefined || (own.outcome !== "done" && own.outcome !== outcome)) return null;
  const refusal = refuse("already", "rollback-step-already", { step, outcome: own.outcome });
  return refuseBy(refusal, own.mark, "rollback.step_done");
}

function complete(situation: Situation, failures: string | undefined) {
  const { plan, state, releaseNow } = situation;
  const unmet = refuseUnmet(rollbackConditions(plan, state));
  const named = written(failures);
  if (unmet !== null && named === null) return refused(unmet);
  const tookMs = Math.max(0, releaseNow - (state.rollback.started?.releaseAt ?? releaseNow));
  return accepted(fact(situation, { type: "rollback.completed", payload: { failures: named, tookMs } }));
}

/** Arming acts on what fails from now on: what fails already is a person's to decide first, in one of two plain acts. */
function p0StandsFailed({ plan, state }: Situation): Refusal | null {
  if (!POLICY["rollback.start"].statuses.includes(state.status)) return null;
  const failed = plan.triggers.find(
    ({ id, level, check }) =>
      level === "P0" &&
      (state.proposals[id] !== undefined ||
        (check !== null && state.checks[check]?.verdict === "failed" && state.dismissed[id] === undefined)),
  );
  return failed === undefined ? null : refuse("not_allowed_now", "p0-stands-failed", { trigger: failed.id });
}

type RollbackCommands =
  | "rollback.start"
  | "rollback.schedule"
  | "rollback.unschedule"
  | "rollback.step"
  | "rollback.complete"
  | "rollback.arm"
  | "rollback.disarm"
  | "rollback.drill"
  | "trigger.dismiss";

/** The rollback lane: how it is begun, planned, carried out, armed and practised. */
export const rollbackRules = {
  "rollback.start": {
    thing: (circumstances, { trigger }) => knownTrigger(circumstances, trigger),
    already: rollbackBegun,
    carryOut: (situation, { reason, trigger = null }) => {
      const { actor, state, index } = situation;
      if (actor.kind === "system" && state.rollback.armed === null) {
        return refused(refuse("forbidden", "rollback-not-armed"));
      }
      const started = fact(situation, rollbackStart(state, index, { reason: written(reason), trigger }));
      return accepted(started, ...requestTrafficBack(situation));
    },
  },
  "rollback.schedule": {
    already: ({ state }) => {
      const { scheduled, status } = state.rollback;
      if (status !== "scheduled" || scheduled === null) return null;
      const refusal = refuse("already", "rollback-already-scheduled", { at: scheduled.dueAt });
      return refuseBy(refusal, scheduled, "rollback.scheduled");
    },
    text: ({ reason }) => reason,
    carryOut: (situation, { at, reason }) => {
      if (at <= situation.releaseNow) return refused(refuse("invalid", "time-not-ahead"));
      return accepted(fact(situation, { type: "rollback.scheduled", payload: { at, reason: reason.trim() } }));
    },
  },
  "rollback.unschedule": {
    now: ({ state }) => (state.rollback.status === "scheduled" ? null : refuse("not_allowed_now", "nothing-scheduled")),
    carryOut: (situation) => accepted(fact(situation, { type: "rollback.unscheduled", payload: {} })),
  },
  "rollback.step": {
    thing: rollbackStepThing,
    already: stepSettled,
    carryOut: (situation, { step, outcome, reason }) => {
      const payload = { step, outcome, reason: written(reason) };
      const done = fact(situation, { type: "rollback.step_done", payload });
      return accepted(done, ...(outcome === "failed" ? [] : requestNextRollbackStep(situation, step)));
    },
  },
  "rollback.complete": {
    already: ({ state }) =>
      state.status === "rolled_back"
        ? refuseBy(refuse("already", "rollback-already-completed"), state.rollback.completed, "rollback.completed")
        : null,
    carryOut: (situation, { failures }) => complete(situation, failures),
  },
  "rollback.arm": {
    already: ({ state }) =>
      state.rollback.armed === null
        ? null
        : refuseBy(refuse("already", "rollback-already-armed"), state.rollback.armed, "rollback.armed"),
    now: p0StandsFailed,
    carryOut: (situation) => accepted(fact(situation, { type: "rollback.armed", payload: {} })),
  },
  "rollback.disarm": {
    already: ({ state }) => (state.rollback.armed === null ? refuse("already", "rollback-already-disarmed") : null),
    text: ({ reason }) => reason,
    carryOut: (situation, { reason }) =>
      accepted(fact(situation, { type: "rollback.disarmed", payload: { reason: reason.trim() } })),
  },
  "rollback.drill": {
    already: ({ state }) => {
      const standing = standingJob(state, { kind: "drill" });
      if (standing === null) return null;
      const refusal = refuse("already", "job-already-asked", { job: standing.id });
      return refuseBy(refusal, standing.job.requested, "job.requested");
    },
    // What a runner can time is not estimated.
    now: ({ index }, { tookMs }) =>
      tookMs !== undefined && bindingFor(index, { kind: "drill" }) !== null
        ? refuse("not_allowed_now", "drill-is-bound")
        : null,
    carryOut: (situation, { tookMs = null }) => {
      const asked = requestJob(situation, { kind: "drill" });
      if (asked.length > 0) return accepted(...asked.map((draft) => ({ ...draft, actor: situation.by })));
      return accepted(fact(situation, { type: "rollback.drilled", payload: { tookMs } }));
    },
  },
  "trigger.dismiss": {
    thing: (circumstances, { trigger }) => knownTrigger(circumstances, trigger),
    now: ({ state }, { trigger }) =>
      state.proposals[trigger] === undefined ? refuse("not_allowed_now", "no-proposal-open", { trigger }) : null,
    text: ({ reason }) => reason,
    carryOut: (situation, { trigger, reason }) =>
      accepted(fact(situation, { type: "trigger.dismissed", payload: { trigger, reason: reason.trim() } })),
  },
} satisfies Pick<RuleTable, RollbackCommands>;
