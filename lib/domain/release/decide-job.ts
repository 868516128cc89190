import { indexOf } from "../plan/plan-index";
import type { Thing } from "../policy/relations";
import { runningShift } from "./decide-traffic";
import type { Circumstances, Decision } from "./decision";
import { rollbackOwners } from "./end-conditions";
import type { EventDraft } from "./events";
import { bindingFor, type JobState, jobStanding, standingJob } from "./job";
import { jobCallRaised } from "./job-calls";
import { afterJob } from "./job-consequences";
import { requestJob } from "./job-requests";
import type { Refusal } from "./refusal";
import { accepted, refuse, refuseBy, refused } from "./refuse";
import { type CommandOf, fact, type RuleTable, type Situation, written } from "./rule";

type Named = { job: CommandOf<"job.cancel">["job"] };

/** Whose a job is: the owners of what it is for. */
function jobThing({ plan, state }: Circumstances, { job }: Named): Thing | Refusal {
  const own = state.jobs[job];
  if (own === undefined) return refuse("unknown_id", "unknown-job", { id: job });
  const index = indexOf(plan);
  switch (own.purpose.kind) {
    case "step":
      return { owners: index.stages.get(own.purpose.stage)?.owners ?? [] };
    case "rollback_step": {
      const step = index.rollbackSteps.get(own.purpose.step);
      return { owners: step === undefined ? plan.rollbackers : rollbackOwners(plan, step) };
    }
    default:
      return { owners: runningShift({ plan, state })?.owners ?? [] };
  }
}

function jobOver({ state }: Situation, { job }: Named): Refusal | null {
  const own = state.jobs[job];
  if (own === undefined || own.status !== "ended") return null;
  return refuseBy(refuse("already", "job-already-ended", { job }), own.ended, "job.ended");
}

/**
 * The late truth about a lost job stands beside its loss: how it ended, or what its runner's host says of a loss that was noticed here
 * first. Any other end is said once.
 */
function finished(situation: Situation, command: CommandOf<"job.finish">): Refusal | null {
  const own = situation.state.jobs[command.job];
  const { ended = null, taken = null } = own ?? {};
  const isToldByRunner = ended?.by.name === taken?.runner;
  const isLate = ended?.outcome === "lost" && (command.outcome !== "lost" || !isToldByRunner);
  return isLate ? null : jobOver(situation, command);
}

function ask(situation: Situation, purpose: JobState["purpose"], lane: JobState["lane"]): Decision {
  const requested = requestJob(situation, purpose, lane);
  if (requested.length === 0) return refused(refuse("not_allowed_now", "nothing-bound"));
  return accepted(...requested.map((draft): EventDraft => ({ ...draft, actor: situation.by })));
}

/** A job of an old epoch is given to nobody. */
function notForTaking({ state }: Situation, { job }: CommandOf<"job.take">): Refusal | null {
  const own = state.jobs[job];
  if (own === undefined) return null;
  if (own.status === "running") {
    return refuseBy(refuse("already", "job-already-taken", { job }), own.taken, "job.taken");
  }
  return jobStanding(state, own) === "go_on" ? null : refuse("not_allowed_now", "job-fenced", { job });
}

/** What is known of a job that exists; what does not exist was refused before. */
function withJob(situation: Situation, { job }: Named, then: (own: JobState) => Decision): Decision {
  const own = situation.state.jobs[job];
  return own === undefined ? refused(refuse("unknown_id", "unknown-job", { id: job })) : then(own);
}

function lose(situation: Situation, { job, reason }: Named & { reason: string }): Decision {
  return withJob(situation, { job }, (own) => {
    const lost = fact(situation, { type: "job.lost", payload: { job, purpose: own.purpose, reason } });
    return accepted(lost, ...jobCallRaised(situation, { job, own, outcome: "lost" }));
  });
}

function finish(situation: Situation, command: CommandOf<"job.finish">): Decision {
  const { job, type: _type, untouched = false, reason = command.says, ...end } = command;
  if (end.outcome === "lost") return lose(situation, { job, reason });
  return withJob(situation, { job }, (own) => {
    // What a person cancelled still tells how it ended; what the release has left behind counts for nothing.
    const counted = jobStanding(situation.state, { ...own, cancel: null }) === "go_on";
    const ended = fact(situation, { type: "job.ended", payload: { job, purpose: own.purpose, ...end, counted } });
    const { outcome, byHand = false } = end;
    const called = jobCallRaised(situation, { job, own, outcome, byHand, untouched });
    return accepted(ended, ...afterJob(situation, { job, own, end, reason, counted }), ...called);
  });
}

function rollbackStepWaits({ state }: Situation, { step }: CommandOf<"rollback.run">): Refusal | null {
  if (state.rollback.steps[step]?.outcome === "done") {
    const mark = state.rollback.steps[step]?.mark ?? null;
    return refuseBy(refuse("already", "rollback-step-already", { step, outcome: "done" }), mark, "rollback.step_done");
  }
  const standing = standingJob(state, { kind: "rollback_step", step });
  return standing === null
    ? null
    : refuseBy(refuse("already", "job-already-asked", { job: standing.id }), standing.job.requested, "job.requested");
}

const TRAFFIC_BACK = { kind: "traffic", share: 0 } as const;

type JobCommands =
  | "job.cancel"
  | "job.take"
  | "job.finish"
  | "job.lose"
  | "traffic.shift"
  | "rollback.run"
  | "rollback.traffic";

/** How work is given to runners, ended, cancelled and lost. */
export const jobRules = {
  "job.cancel": {
    thing: jobThing,
    already: (situation, command) => {
      const cancel = situation.state.jobs[command.job]?.cancel ?? null;
      const over = jobOver(situation, command);
      if (over !== null || cancel === null) return over;
      return refuseBy(refuse("already", "job-already-cancelled", { job: command.job }), cancel, "job.cancelled");
    },
    carryOut: (situation, { job, reason }) =>
      withJob(situation, { job }, ({ purpose }) =>
        accepted(fact(situation, { type: "job.cancelled", payload: { job, purpose, reason: written(reason) } })),
      ),
  },
  "job.take": {
    thing: jobThing,
    already: jobOver,
    now: notForTaking,
    carryOut: (situation, { job, runner, instance }) =>
      withJob(situation, { job }, ({ purpose }) =>
        accepted(fact(situation, { type: "job.taken", payload: { job, purpose, runner, instance } })),
      ),
  },
  "job.finish": { thing: jobThing, already: finished, carryOut: finish },
  "job.lose": {
    thing: jobThing,
    already: jobOver,
    carryOut: (situation, { job, reason }) => lose(situation, { job, reason }),
  },
  "traffic.shift": {
    thing: (circumstances) => ({ owners: runningShift(circumstances)?.owners ?? [] }),
    already: ({ state }, { share }) => {
      const standing = standingJob(state, { kind: "traffic", share });
      if (standing === null) return null;
      const refusal = refuse("already", "job-already-asked", { job: standing.id });
      return refuseBy(refusal, standing.job.requested, "job.requested");
    },
    now: (situation, { share }) => {
      const shift = runningShift(situation);
      if (shift === null) return refuse("not_allowed_now", "no-shift-running");
      const planned = shift.share ?? 0;
      if (share === planned || (share >= 0 && share < situation.state.traffic.wanted)) return null;
      return refuse("invalid", "share-not-planned", { share, planned });
    },
    carryOut: (situation, { share }) => {
      const shift = runningShift(situation);
      const purpose = { kind: "traffic" as const, share, ...(shift === null ? {} : { stage: shift.id }) };
      return ask(situation, purpose, "ordinary");
    },
  },
  "rollback.run": {
    thing: ({ plan }, { step }) => {
      const row = indexOf(plan).rollbackSteps.get(step);
      if (row === undefined) return refuse("unknown_id", "unknown-rollback-step", { id: step });
      return { owners: rollbackOwners(plan, row) };
    },
    already: rollbackStepWaits,
    now: ({ index }, { step }) =>
      bindingFor(index, { kind: "rollback_step", step }) === null ? refuse("not_allowed_now", "nothing-bound") : null,
    carryOut: (situation, { step }) => ask(situation, { kind: "rollback_step", step }, "rollback"),
  },
  "rollback.traffic": {
    already: ({ state }) => {
      const standing = standingJob(state, TRAFFIC_BACK);
      if (standing === null) return null;
      const refusal = refuse("already", "job-already-asked", { job: standing.id });
      return refuseBy(refusal, standing.job.requested, "job.requested");
    },
    carryOut: (situation) => ask(situation, TRAFFIC_BACK, "rollback"),
  },
} satisfies Pick<RuleTable, JobCommands>;
