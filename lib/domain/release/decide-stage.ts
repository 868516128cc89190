import type { StageId } from "../plan/ids";
import type { Stage } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import type { Thing } from "../policy/relations";
import { gatesOpenedBy } from "./consequences";
import type { Circumstances, Decision } from "./decision";
import type { EventDraft, EventType } from "./events";
import { requestJob } from "./job-requests";
import type { Refusal } from "./refusal";
import { accepted, refuse, refuseBy, refused, refuseUnmet } from "./refuse";
import { fact, type RuleTable, type Situation, written } from "./rule";
import { stageCompleteConditions, stageStartConditions } from "./stage-conditions";
import type { StageState, StageStatus } from "./state";
import { allows, STAGE_TRANSITIONS } from "./transitions";

type Asked = { stage: StageId };

function stageThing({ plan }: Circumstances, { stage }: Asked): Thing | Refusal {
  const row = indexOf(plan).stages.get(stage);
  return row === undefined ? refuse("unknown_id", "unknown-stage", { id: stage }) : { owners: row.owners };
}

const LAST_EVENT: Readonly<Record<StageStatus, EventType>> = {
  pending: "release.created",
  running: "stage.started",
  completed: "stage.completed",
  stopped: "stage.stopped",
  failed: "stage.failed",
  skipped: "stage.skipped",
  reverted: "rollback.started",
};

function lastMark(own: StageState) {
  return own.status === "running" ? own.started : own.ended;
}

/** That the stage is there already, naming who brought it there. */
function stageAlready({ state }: Situation, { stage }: Asked, statuses: readonly StageStatus[]): Refusal | null {
  const own = state.stages[stage];
  if (own === undefined || !statuses.includes(own.status)) return null;
  const refusal = refuse("already", "stage-already", { stage, status: own.status });
  return refuseBy(refusal, lastMark(own), LAST_EVENT[own.status]);
}

function stageIs({ state }: Situation, { stage }: Asked, event: EventType): Refusal | null {
  const own = state.stages[stage];
  if (own === undefined || allows(STAGE_TRANSITIONS, { from: own.status, by: event })) return null;
  const refusal = refuse("not_allowed_now", "stage-is", { stage, status: own.status });
  return refuseBy(refusal, lastMark(own), LAST_EVENT[own.status]);
}

function beginsWithCompletion({ index }: Situation, { stage }: Asked): Refusal | null {
  if (index.observingStage?.id !== stage) return null;
  return refuse("not_allowed_now", "stage-begins-with-completion", { stage });
}

function begin(situation: Situation, { stage }: Asked): Decision {
  const row = situation.index.stages.get(stage);
  const own = situation.state.stages[stage];
  if (row === undefined || own === undefined) return refused(refuse("unknown_id", "unknown-stage", { id: stage }));
  const unmet = refuseUnmet(stageStartConditions(situation, row));
  if (unmet !== null) return refused(unmet);
  const started = fact(situation, { type: "stage.started", payload: { stage, run: own.runs + 1 } });
  return accepted(started, ...gatesOpenedBy(situation, stage), ...shareAskedFor(situation, row));
}

/** Where the plan binds a driver, a shift begins with asking it for the share. */
function shareAskedFor(situation: Situation, row: Stage): EventDraft[] {
  if (row.kind !== "shift" || row.share === null) return [];
  return requestJob(situation, { kind: "traffic", share: row.share, stage: row.id });
}

function takenBack({ index, state }: Situation, { stage }: Asked): Refusal | null {
  const row = index.stages.get(stage);
  const { takenBack: mark, wanted } = state.traffic;
  if (row?.kind !== "shift" || row.share === null || mark === null || wanted === row.share) return null;
  const refusal = refuse("not_allowed_now", "share-taken-back", { share: row.share, wanted });
  return refuseBy(refusal, mark, "traffic.set");
}

/** Where a driver moves the traffic, a shift is over when it has. */
function shareNotThere({ index, state }: Situation, { stage }: Asked): Refusal | null {
  const row = index.stages.get(stage);
  const { wanted } = state.traffic;
  if (!index.bindings.has("traffic") || row?.kind !== "shift" || row.share === null || row.share === wanted)
    return null;
  return refuse("not_allowed_now", "share-not-there", { share: row.share, wanted });
}

/** Where a person moves the traffic, completing the shift is the owner's word that its share is set. */
function shareSetByCompleting(situation: Situation, row: Stage): EventDraft[] {
  const from = situation.state.traffic.wanted;
  if (row.kind !== "shift" || row.share === null || row.share === from) return [];
  if (situation.index.bindings.has("traffic")) return [];
  return [fact(situation, { type: "traffic.set", payload: { share: row.share, from } })];
}

function complete(situation: Situation, { stage }: Asked): Decision {
  const row = situation.index.stages.get(stage);
  if (row === undefined) return refused(refuse("unknown_id", "unknown-stage", { id: stage }));
  const unmet = refuseUnmet(stageCompleteConditions(situation, row));
  if (unmet !== null) return refused(unmet);
  const completed = fact(situation, { type: "stage.completed", payload: { stage } });
  return accepted(...shareSetByCompleting(situation, row), completed);
}

type StageCommands = "stage.start" | "stage.retry" | "stage.stop" | "stage.complete" | "stage.fail" | "stage.skip";

/** How stages are started, retried, stopped, completed, failed and skipped. */
export const stageRules = {
  "stage.start": {
    thing: stageThing,
    already: (situation, command) => stageAlready(situation, command, ["running", "completed", "skipped"]),
    now: (situation, command) => {
      const own = situation.state.stages[command.stage];
      const interrupted = own !== undefined && own.status !== "pending";
      const begins = beginsWithCompletion(situation, command);
      if (begins !== null || !interrupted) return begins;
      return refuse("not_allowed_now", "stage-is", { stage: command.stage, status: own.status });
    },
    carryOut: begin,
  },
  "stage.retry": {
    thing: stageThing,
    already: (situation, command) => stageAlready(situation, command, ["running", "completed", "skipped"]),
    now: (situation, command) => {
      const pending = situation.state.stages[command.stage]?.status === "pending";
      if (pending) return refuse("not_allowed_now", "stage-is", { stage: command.stage, status: "pending" });
      return stageIs(situation, command, "stage.started");
    },
    carryOut: begin,
  },
  "stage.stop": {
    thing: stageThing,
    already: (situation, command) => stageAlready(situation, command, ["stopped", "failed", "reverted"]),
    now: (situation, command) => stageIs(situation, command, "stage.stopped"),
    carryOut: (situation, { stage, reason }) =>
      accepted(fact(situation, { type: "stage.stopped", payload: { stage, reason: written(reason) } })),
  },
  "stage.complete": {
    thing: stageThing,
    already: (situation, command) => stageAlready(situation, command, ["completed", "skipped"]),
    now: (situation, command) =>
      stageIs(situation, command, "stage.completed") ??
      takenBack(situation, command) ??
      shareNotThere(situation, command),
    carryOut: complete,
  },
  "stage.fail": {
    thing: stageThing,
    already: (situation, command) => stageAlready(situation, command, ["failed"]),
    now: (situation, command) => stageIs(situation, command, "stage.failed"),
    text: ({ reason }) => reason,
    carryOut: (situation, { stage, reason }) =>
      accepted(fact(situation, { type: "stage.failed", payload: { stage, reason: reason.trim() } })),
  },
  "stage.skip": {
    thing: stageThing,
    already: (situation, command) => stageAlready(situation, command, ["skipped", "completed"]),
    now: (situation, command) =>
      beginsWithCompletion(situation, command) ?? stageIs(situation, command, "stage.skipped"),
    text: ({ reason }) => reason,
    carryOut: (situation, { stage, reason }) => {
      const skipped = fact(situation, { type: "stage.skipped", payload: { stage, reason: reason.trim() } });
      return accepted(skipped, ...gatesOpenedBy(situation, stage));
    },
  },
} satisfies Pick<RuleTable, StageCommands>;
