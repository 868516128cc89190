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
import type { GateTimeoutOutcome } from "../plan/plan";
import type { ActorRecord } from "./actor";
import type { CallAbout, CallId } from "./call";
import type { Fault } from "./fault";
import type { ScriptRow } from "./fault-script";
import type { JobEnd, JobId, JobLane, JobPurpose } from "./job";
import type { Phrase } from "./phrase";
import type { CheckVerdict, Evidence, Measured, Person, PlaybookCause, SignedProbe } from "./state";
import type { Instant, ReleaseClock } from "./time";
import type { WatchEvidence } from "./watch-evidence";

/** A reason that the judge gave: `reason` says it in the plan's language, `says` in any reader's. */
type Said = { says?: Phrase };

/** What came from a rehearsal's shop and not from the world says so, wherever the fact is carried. */
type Simulated = { simulated?: true };

/** One fact. Names are public (release.md); payload fields may be added, not renamed. */
export type EventBody =
  | {
      type: "release.created";
      payload: {
        planVersionId: string;
        clock: ReleaseClock;
        roles: { role: RoleId; person: Person; substitutes: Person[] }[];
        /** The faults that a rehearsal is to suffer, by their times. */
        faultScript?: { name: string; rows: ScriptRow[] };
        /** Errors of the plan that nobody had accepted and over which whoever made the release put his name. */
        planErrors?: {
          reason: string;
          findings: { rule: string; line: number; message: { zh: string; en: string } }[];
        };
      };
    }
  | { type: "role.assigned"; payload: { role: RoleId; person: Person | null; substitutes: Person[] } }
  | {
      type: "item.signed";
      payload: { item: ItemId; evidence: Evidence | null; onBehalf: boolean; probe?: SignedProbe };
    }
  | { type: "item.revoked"; payload: { item: ItemId; reason: string } }
  | { type: "item.waived"; payload: { item: ItemId; reason: string } }
  | { type: "item.expired"; payload: { item: ItemId; reason: string } & Said & Simulated }
  | { type: "release.started"; payload: { override: string | null; unmet: string[] } }
  | { type: "release.held"; payload: { reason: string | null } & Said }
  | { type: "release.resumed"; payload: Record<never, never> }
  | { type: "release.cancelled"; payload: { reason: string } }
  | { type: "stage.started"; payload: { stage: StageId; run: number } }
  | { type: "stage.stopped"; payload: { stage: StageId; reason: string | null } }
  | { type: "stage.completed"; payload: { stage: StageId } }
  | { type: "stage.failed"; payload: { stage: StageId; reason: string } }
  | { type: "stage.skipped"; payload: { stage: StageId; reason: string } }
  | { type: "step.started"; payload: { stage: StageId; step: StepId } }
  | { type: "step.completed"; payload: { stage: StageId; step: StepId; evidence: Evidence | null } }
  | { type: "step.failed"; payload: { stage: StageId; step: StepId; reason: string } }
  | { type: "step.skipped"; payload: { stage: StageId; step: StepId; reason: string } }
  | { type: "step.resolved"; payload: { stage: StageId; step: StepId; outcome: "done" | "failed"; reason: string } }
  | { type: "gate.opened"; payload: { gate: GateId; round: number } }
  | {
      type: "vote.cast";
      payload: { gate: GateId; round: number; role: RoleId; vote: "go" | "no_go"; reason: string | null };
    }
  | { type: "vote.withdrawn"; payload: { gate: GateId; round: number; role: RoleId } }
  | {
      type: "gate.decided";
      payload: {
        gate: GateId;
        round: number;
        decision: "go" | "no_go";
        then: "hold" | "rollback" | null;
        reason: string | null;
        /** Conditions whose machinery is not there, by kind and name: never counted as passed. */
        notWatched: string[];
        /** What the watch had seen when it was decided. */
        evidence: WatchEvidence;
      };
    }
  | { type: "override.requested"; payload: { gate: GateId; round: number; reason: string; unmet: string[] } }
  | {
      type: "gate.overridden";
      payload: { gate: GateId; round: number; reason: string; unmet: string[]; evidence: WatchEvidence };
    }
  | { type: "gate.expired"; payload: { gate: GateId; round: number; outcome: GateTimeoutOutcome } }
  | { type: "gate.lapsed"; payload: { gate: GateId; round: number } }
  | { type: "traffic.set"; payload: { share: number; from: number } }
  | {
      type: "rollback.started";
      payload: { reason: string | null; trigger: TriggerId | null; fromShare: number; reverted: StageId[] } & Said;
    }
  | { type: "rollback.scheduled"; payload: { at: Instant; reason: string } }
  | { type: "rollback.unscheduled"; payload: Record<never, never> }
  | {
      type: "rollback.step_done";
      payload: { step: RollbackStepId; outcome: "done" | "failed" | "skipped"; reason: string | null };
    }
  | { type: "rollback.completed"; payload: { failures: string | null; tookMs: number } }
  | { type: "rollback.armed"; payload: Record<never, never> }
  | { type: "rollback.disarmed"; payload: { reason: string } }
  /** In the release's time, from the request to the end. `job`: a runner did it; absent = a person's word. */
  | { type: "rollback.drilled"; payload: { tookMs: number | null; job?: JobId } }
  | { type: "trigger.proposed"; payload: { trigger: TriggerId; evidence: string } & Simulated }
  | { type: "trigger.dismissed"; payload: { trigger: TriggerId; reason: string } }
  | { type: "release.completed"; payload: Record<never, never> }
  | {
      type: "observation.completed";
      payload: { window: WindowId; note: string | null; early: boolean; measured?: Measured[] };
    }
  | {
      type: "criterion.judged";
      payload: { criterion: CriterionId; met: boolean; evidence: string; measured?: Measured };
    }
  | { type: "release.closed"; payload: { reason: string | null } }
  | { type: "followup.completed"; payload: { followup: FollowupId; note: string | null } }
  | { type: "playbook.opened"; payload: { playbook: PlaybookId; run: number } }
  | { type: "playbook.step_done"; payload: { playbook: PlaybookId; run: number; step: PlaybookStepId } }
  | { type: "playbook.closed"; payload: { playbook: PlaybookId; run: number; outcome: string } }
  | { type: "playbook.matched"; payload: { playbook: PlaybookId; cause: PlaybookCause } & Simulated }
  | { type: "playbook.dismissed"; payload: { playbook: PlaybookId; reason: string } }
  | { type: "note.added"; payload: { text: string } }
  | {
      type: "check.verdict";
      payload: { check: CheckId; verdict: CheckVerdict; sentence: string; says?: Phrase } & Simulated;
    }
  | { type: "source.lost"; payload: { source: string } & Simulated }
  | { type: "source.found"; payload: { source: string } & Simulated }
  | {
      type: "alert.fired";
      payload: { alert: string; name: string; summary: string; source: string; silenced: boolean } & Simulated;
    }
  | { type: "alert.cleared"; payload: { alert: string; name: string } & Simulated }
  /** Percent that the new version itself has served, against what is wanted. */
  | { type: "traffic.left_band"; payload: { wanted: number; observed: number } & Simulated }
  | { type: "traffic.in_band"; payload: { wanted: number; observed: number } & Simulated }
  | { type: "call.raised"; payload: { call: CallId; about: CallAbout } }
  | { type: "call.acknowledged"; payload: { call: CallId } }
  | { type: "call.escalated"; payload: { call: CallId } }
  | { type: "job.requested"; payload: { job: JobId; purpose: JobPurpose; work: string; lane: JobLane } }
  | { type: "job.taken"; payload: { job: JobId; purpose: JobPurpose; runner: string; instance: string } }
  | { type: "job.cancelled"; payload: { job: JobId; purpose: JobPurpose; reason: string | null } }
  /** `counted`: something followed from it; false for what ended too late to count. */
  | { type: "job.ended"; payload: JobEnd & { job: JobId; purpose: JobPurpose; counted: boolean } }
  | { type: "job.lost"; payload: { job: JobId; purpose: JobPurpose; reason: string } }
  /** Where a step's output lies, not its bytes. */
  | { type: "step.output"; payload: { stage: StageId; step: StepId; job: JobId; bytes: number; capped: boolean } }
  /** `script` and `row` where a script did it. */
  | { type: "fault.injected"; payload: { fault: Fault; percent: number | null; script?: string; row?: number } }
  | { type: "fault.cleared"; payload: { fault: Fault; script?: string; row?: number } }
  /** No rows: the script that stood has ended. */
  | { type: "fault.scripted"; payload: { name: string; rows: ScriptRow[] } };

export type EventType = EventBody["type"];

/** What `decide` hands out: the fact and its author; number, times and hash are stamped by the service. */
export type EventDraft = EventBody & { actor: ActorRecord };

/** A fact as the log has it. `epoch` is the epoch after the event. */
export type ReleaseEvent = EventBody & {
  releaseId: string;
  seq: number;
  actor: ActorRecord;
  at: Instant;
  releaseAt: Instant;
  epoch: number;
};

/** The event with its place in the hash chain, hex SHA-256. */
export type ChainedEvent = ReleaseEvent & { prevHash: string; hash: string };
