import type {
  CheckId,
  CriterionId,
  FollowupId,
  GateId,
  ItemId,
  PlaybookId,
  PlaybookStepId,
  RoleId,
  RollbackStepId,
  StageId,
  StepId,
  TriggerId,
  WindowId,
} from "../plan/ids";
import type { CallAbout, CallId } from "./call";
import type { Fault } from "./fault";
import type { JobEnd, JobId } from "./job";
import type { Phrase } from "./phrase";
import type { CheckVerdict, Evidence, Person } from "./state";
import type { Instant } from "./time";

/** `as` names the role to act under, for people who hold several; without it the only fitting one is taken. */
type Acting = { as?: RoleId | undefined };
/** The last event number that the person saw. */
type Seen = { expectedSeq: number };

/** What people ask for. Names and payloads are public (release.md). */
export type PersonCommand = Acting &
  (
    | { type: "role.assign"; role: RoleId; person: Person | null; substitutes?: Person[] | undefined }
    | { type: "item.sign"; item: ItemId; evidence?: Evidence | undefined; onBehalf?: boolean | undefined }
    | { type: "item.revoke"; item: ItemId; reason: string }
    | { type: "item.waive"; item: ItemId; reason: string }
    | ({ type: "release.start"; override?: string | undefined } & Seen)
    | { type: "release.hold"; reason?: string | undefined }
    | ({ type: "release.resume" } & Seen)
    | { type: "release.cancel"; reason: string }
    | ({ type: "stage.start"; stage: StageId } & Seen)
    | ({ type: "stage.retry"; stage: StageId } & Seen)
    | { type: "stage.stop"; stage: StageId; reason?: string | undefined }
    | ({ type: "stage.complete"; stage: StageId } & Seen)
    | { type: "stage.fail"; stage: StageId; reason: string }
    | { type: "stage.skip"; stage: StageId; reason: string }
    | { type: "step.start"; step: StepId; stage?: StageId | undefined }
    | { type: "step.retry"; step: StepId; stage?: StageId | undefined }
    | { type: "step.skip"; step: StepId; stage?: StageId | undefined; reason: string }
    | { type: "step.complete"; step: StepId; stage?: StageId | undefined; evidence?: Evidence | undefined }
    | { type: "step.fail"; step: StepId; stage?: StageId | undefined; reason: string }
    | {
        type: "step.resolve";
        step: StepId;
        stage?: StageId | undefined;
        outcome: "done" | "failed";
        reason: string;
      }
    /** Lets a runner do the step by the action that the plan binds to it. */
    | { type: "step.run"; step: StepId; stage?: StageId | undefined }
    | { type: "job.cancel"; job: JobId; reason?: string | undefined }
    | {
        type: "gate.vote";
        gate: GateId;
        round: number;
        vote: "go" | "no_go";
        reason?: string | undefined;
        expectedSeq?: number | undefined;
      }
    | { type: "gate.withdraw"; gate: GateId; round: number }
    | {
        type: "gate.decide";
        gate: GateId;
        round: number;
        decision: "go" | "no_go";
        then?: "hold" | "rollback" | undefined;
        reason?: string | undefined;
        expectedSeq?: number | undefined;
      }
    | ({ type: "gate.override"; gate: GateId; round: number; reason: string } & Seen)
    | { type: "gate.confirm"; gate: GateId; round: number; expectedSeq?: number | undefined }
    | { type: "gate.reopen"; gate: GateId }
    | { type: "traffic.confirm"; share: number }
    /** Asks the traffic driver for a share again. */
    | { type: "traffic.shift"; share: number }
    | { type: "rollback.start"; reason?: string | undefined; trigger?: TriggerId | undefined }
    | { type: "rollback.schedule"; at: Instant; reason: string }
    | { type: "rollback.unschedule" }
    | {
        type: "rollback.step";
        step: RollbackStepId;
        outcome: "done" | "failed" | "skipped";
        reason?: string | undefined;
      }
    | { type: "rollback.run"; step: RollbackStepId }
    /** Asks the traffic driver once more to take the traffic back. */
    | { type: "rollback.traffic" }
    | { type: "rollback.complete"; failures?: string | undefined }
    | { type: "rollback.arm" }
    | { type: "rollback.disarm"; reason: string }
    | { type: "rollback.drill"; tookMs?: number | undefined }
    | { type: "trigger.dismiss"; trigger: TriggerId; reason: string }
    | ({ type: "release.complete" } & Seen)
    | { type: "observation.complete"; window: WindowId; note?: string | undefined }
    | { type: "criterion.judge"; criterion: CriterionId; met: boolean; evidence: string }
    | { type: "release.close"; reason?: string | undefined }
    | { type: "followup.complete"; followup: FollowupId; note?: string | undefined }
    | { type: "playbook.open"; playbook: PlaybookId }
    | { type: "playbook.step"; playbook: PlaybookId; run: number; step: PlaybookStepId }
    | { type: "playbook.close"; playbook: PlaybookId; run: number; outcome: string }
    /** Puts away the card of a playbook that rose by itself. */
    | { type: "playbook.dismiss"; playbook: PlaybookId; reason: string }
    | { type: "call.acknowledge"; call: CallId }
    | { type: "fault.inject"; fault: Fault; percent?: number | undefined }
    | { type: "fault.clear"; fault: Fault }
    /** One fault a line (fault-script.ts); an empty text ends the script that stands. */
    | { type: "fault.script"; text: string; name?: string | undefined }
    | { type: "note.add"; text: string }
  );

/** What only the engine asks for. Never accepted from outside. */
export type SystemCommand =
  | { type: "gate.expire"; gate: GateId; round: number }
  | { type: "gate.lapse"; gate: GateId; round: number }
  | { type: "rollback.due" }
  /** `script` is the instant at which the script was given. */
  | { type: "fault.due"; script: Instant; row: number; act: "inject" | "clear" }
  | { type: "check.report"; check: CheckId; verdict: CheckVerdict; sentence: string; says?: Phrase | undefined }
  | { type: "source.report"; source: string; seen: boolean }
  | { type: "alert.report"; alert: string; name: string; summary: string; source: string; status: AlertReport }
  /** `wanted` is the share that was looked for: a report about an older one says nothing. */
  | { type: "traffic.report"; wanted: number; observed: number; inBand: boolean }
  | { type: "item.expire"; item: ItemId; reason: string; says?: Phrase | undefined }
  /** `instance` is one life of the runner's process: the answer to its start may get lost. */
  | { type: "job.take"; job: JobId; runner: string; instance: string }
  /** `reason`: the end in the plan's language, where `says` is not. `untouched`: its driver vouches that nothing has moved. */
  | ({ type: "job.finish"; job: JobId; reason?: string | undefined; untouched?: boolean | undefined } & JobEnd)
  | { type: "job.lose"; job: JobId; reason: string }
  /** Words that a playbook waits for stand in the output of a job. */
  | { type: "playbook.match"; job: JobId; pattern: string }
  | { type: "call.raise"; about: CallAbout }
  | { type: "call.escalate"; call: CallId };

type AlertReport = "firing" | "silenced" | "cleared";

export type Command = PersonCommand | SystemCommand;
export type CommandType = Command["type"];
export type PersonCommandType = PersonCommand["type"];
