import type { StageId, StepId } from "../plan/ids";
import { indexOf } from "../plan/plan-index";
import type { Thing } from "../policy/relations";
import { evidenceOf } from "./decide-checklist";
import type { Circumstances, Decision } from "./decision";
import type { EventType } from "./events";
import { bindingFor, newestJob } from "./job";
import { requestJob } from "./job-requests";
import type { Refusal } from "./refusal";
import { accepted, refuse, refuseBy } from "./refuse";
import { releaseIs } from "./release-standing";
import { fact, type RuleTable, type Situation } from "./rule";
import type { StageStatus, StepState, StepStatus } from "./state";
import { allows, STEP_TRANSITIONS, TERMINAL_STAGE } from "./transitions";

type Asked = { step: StepId; stage?: StageId | undefined };
type Found = { stage: StageId; step: StepId; own: StepState; stageStatus: StageStatus };

/** The stage that is meant: the named one, else the one that runs, else the first that is not over. */
function findStep({ plan, state }: Circumstances, { step, stage }: Asked): Found | null {
  const stages = indexOf(plan).stagesOfStep.get(step) ?? [];
  const status = (id: StageId) => state.stages[id]?.status ?? "pending";
  const meant =
    stage === undefined
      ? (stages.find((id) => status(id) === "running") ??
        stages.find((id) => !TERMINAL_STAGE.has(status(id))) ??
        stages[0])
      : stages.find((id) => id === stage);
  const own = meant === undefined ? undefined : state.stages[meant]?.steps[step];
  return meant === undefined || own === undefined ? null : { stage: meant, step, own, stageStatus: status(meant) };
}

function stepThing(circumstances: Circumstances, command: Asked): Thing | Refusal {
  const found = findStep(circumstances, command);
  if (found === null) return refuse("unknown_id", "unknown-step", { id: command.step });
  return { owners: indexOf(circumstances.plan).stages.get(found.stage)?.owners ?? [] };
}

function mark(own: StepState) {
  return own.ended ?? own.started;
}

const LAST_EVENT: Readonly<Record<StepStatus, EventType>> = {
  pending: "release.created",
  running: "step.started",
  done: "step.completed",
  failed: "step.failed",
  skipped: "step.skipped",
  unknown: "step.started",
};

function stepAlready(situation: Situation, command: Asked, statuses: readonly StepStatus[]): Refusal | null {
  const found = findStep(situation, command);
  if (found === null || !statuses.includes(found.own.status)) return null;
  const refusal = refuse("already", "step-already", { step: found.step, status: found.own.status });
  return refuseBy(refusal, mark(found.own), LAST_EVENT[found.own.status]);
}

type Wanted = { from: readonly StepStatus[]; in: readonly StageStatus[] };

const IN_RUNNING = ["running"] as const;
/** How an interrupted step ended may be told after its stage was stopped or failed. */
const IN_STARTED = ["running", "stopped", "failed"] as const;

function stepIs(situation: Situation, command: Asked, wanted: Wanted): Refusal | null {
  const found = findStep(situation, command);
  if (found === null) return null;
  const { own, stage, stageStatus, step } = found;
  if (!wanted.in.includes(stageStatus)) {
    return refuse("not_allowed_now", "stage-of-step-is", { stage, step, status: stageStatus });
  }
  if (wanted.from.includes(own.status)) return null;
  const refusal = refuse("not_allowed_now", "step-is", { step, status: own.status });
  return refuseBy(refusal, mark(own), LAST_EVENT[own.status]);
}

const SKIPPABLE = (["pending", "running", "failed", "unknown"] as const).filter((from) =>
  allows(STEP_TRANSITIONS, { from, by: "step.skipped" }),
);

function withFound(situation: Situation, command: Asked, then: (found: Found) => Decision): Decision {
  const found = findStep(situation, command);
  if (found === null) return { ok: false, refusal: refuse("unknown_id", "unknown-step", { id: command.step }) };
  return then(found);
}

function start(situation: Situation, command: Asked): Decision {
  return withFound(situation, command, ({ stage, step }) =>
    accepted(fact(situation, { type: "step.started", payload: { stage, step } })),
  );
}

/** A step that was never started may be completed in one act: the log then has both. */
function completable(situation: Situation, command: Asked): Refusal | null {
  const wrong = stepIs(situation, command, { from: ["pending", "running"], in: IN_RUNNING });
  if (wrong !== null) return wrong;
  const fresh = findStep(situation, command)?.own.status === "pending";
  return fresh && situation.state.status === "held" ? releaseIs(situation.state) : null;
}

/** Started by whoever asks, done by a runner. */
function run(situation: Situation, command: Asked): Decision {
  return withFound(situation, command, ({ stage, step }) => {
    const purpose = { kind: "step" as const, stage, step };
    const started = fact(situation, { type: "step.started", payload: { stage, step } });
    // Whoever presses has asked the runner, and the log says so.
    return accepted(started, ...requestJob(situation, purpose).map((draft) => ({ ...draft, actor: situation.by })));
  });
}

/** Whether the plan says by what, and no runner is at it still: what was cancelled may not have ended yet. */
function runnable(situation: Situation, command: Asked): Refusal | null {
  const wrong = stepIs(situation, command, { from: ["pending", "failed"], in: IN_RUNNING });
  const found = findStep(situation, command);
  if (wrong !== null || found === null) return wrong;
  const purpose = { kind: "step" as const, stage: found.stage, step: found.step };
  if (bindingFor(situation.index, purpose) === null) return refuse("not_allowed_now", "nothing-bound");
  const newest = newestJob(situation.state, purpose);
  if (newest === null || newest.job.status !== "running") return null;
  const refusal = refuse("already", "job-already-asked", { job: newest.id });
  return refuseBy(refusal, newest.job.requested, "job.requested");
}

type StepCommands =
  | "step.run"
  | "step.start"
  | "step.retry"
  | "step.skip"
  | "step.complete"
  | "step.fail"
  | "step.resolve";

/** How steps are started, ended, retried, skipped and, after an interruption, resolved. */
export const stepRules = {
  "step.run": {
    thing: stepThing,
    already: (situation, command) => stepAlready(situation, command, ["running", "done", "skipped"]),
    now: runnable,
    carryOut: run,
  },
  "step.start": {
    thing: stepThing,
    already: (situation, command) => stepAlready(situation, command, ["running", "done", "skipped"]),
    now: (situation, command) => stepIs(situation, command, { from: ["pending"], in: IN_RUNNING }),
    carryOut: start,
  },
  "step.retry": {
    thing: stepThing,
    already: (situation, command) => stepAlready(situation, command, ["running", "done", "skipped"]),
    now: (situation, command) => stepIs(situation, command, { from: ["failed"], in: IN_RUNNING }),
    carryOut: start,
  },
  "step.skip": {
    thing: stepThing,
    already: (situation, command) => stepAlready(situation, command, ["done", "skipped"]),
    now: (situation, command) => stepIs(situation, command, { from: SKIPPABLE, in: IN_RUNNING }),
    text: ({ reason }) => reason,
    carryOut: (situation, command) =>
      withFound(situation, command, ({ stage, step }) => {
        const payload = { stage, step, reason: command.reason.trim() };
        return accepted(fact(situation, { type: "step.skipped", payload }));
      }),
  },
  "step.complete": {
    thing: stepThing,
    already: (situation, command) => stepAlready(situation, command, ["done", "skipped"]),
    now: completable,
    carryOut: (situation, command) =>
      withFound(situation, command, ({ stage, step, own }) => {
        const payload = { stage, step, evidence: evidenceOf(command.evidence) };
        const completed = fact(situation, { type: "step.completed", payload });
        if (own.status !== "pending") return accepted(completed);
        return accepted(fact(situation, { type: "step.started", payload: { stage, step } }), completed);
      }),
  },
  "step.fail": {
    thing: stepThing,
    already: (situation, command) => stepAlready(situation, command, ["failed"]),
    now: (situation, command) => stepIs(situation, command, { from: ["running"], in: IN_RUNNING }),
    text: ({ reason }) => reason,
    carryOut: (situation, command) =>
      withFound(situation, command, ({ stage, step }) => {
        const payload = { stage, step, reason: command.reason.trim() };
        return accepted(fact(situation, { type: "step.failed", payload }));
      }),
  },
  "step.resolve": {
    thing: stepThing,
    already: (situation, command) => stepAlready(situation, command, ["done", "skipped"]),
    now: (situation, command) => stepIs(situation, command, { from: ["unknown"], in: IN_STARTED }),
    text: ({ reason }) => reason,
    carryOut: (situation, command) =>
      withFound(situation, command, ({ stage, step }) => {
        const payload = { stage, step, outcome: command.outcome, reason: command.reason.trim() };
        return accepted(fact(situation, { type: "step.resolved", payload }));
      }),
  },
} satisfies Pick<RuleTable, StepCommands>;
