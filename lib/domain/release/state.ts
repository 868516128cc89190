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
import type { ActorRecord, PersonId } from "./actor";
import type { CallId, CallState } from "./call";
import type { Fault } from "./fault";
import type { JobId, JobState } from "./job";
import type { Phrase } from "./phrase";
import type { ScriptState } from "./script-state";
import type { Instant, ReleaseClock } from "./time";

/** Raised when the fold changes its meaning: a stored state of another version is folded anew from the log. */
export const FOLD_VERSION = 8;

export const RELEASE_STATUSES = [
  "preparing",
  "running",
  "held",
  "observing",
  "closed",
  "cancelled",
  "rolling_back",
  "rolled_back",
] as const;
export type ReleaseStatus = (typeof RELEASE_STATUSES)[number];
export type ReleaseMode = "live" | "rehearsal";

/** One fact with its author and both times. */
export type Mark = { by: ActorRecord; at: Instant; releaseAt: Instant };

export type Person = { id: PersonId; name: string };
export type RoleAssignment = { person: Person; substitutes: Person[]; since: Instant };

/** What the item's probe said when it was signed; `at` is real. */
export type SignedProbe = { verdict: CheckVerdict; says: Phrase; at: Instant };
/** What a check said when a criterion was judged, or a window completed; `at` is real. */
export type Measured = SignedProbe & { check: CheckId };
export type Evidence = { text?: string | undefined; link?: string | undefined };

export type ItemState =
  | {
      status: "open";
      revoked: (Mark & { reason: string }) | null;
      expired: (Mark & { reason: string; says?: Phrase }) | null;
    }
  | { status: "signed"; signed: Mark & { evidence: Evidence | null; onBehalf: boolean; probe?: SignedProbe } }
  | { status: "waived"; waived: Mark & { reason: string } };

export type StepStatus = "pending" | "running" | "done" | "failed" | "skipped" | "unknown";
export type StepState = {
  status: StepStatus;
  started: Mark | null;
  ended: (Mark & { evidence: Evidence | null; reason: string | null }) | null;
};

export type StageStatus = "pending" | "running" | "completed" | "stopped" | "failed" | "skipped" | "reverted";
export type StageState = {
  status: StageStatus;
  /** How often it was started: 0 = never, 2 = once retried. */
  runs: number;
  started: Mark | null;
  ended: (Mark & { reason: string | null }) | null;
  /** Release time that counted toward the soak: not held, not blind, not stopped. */
  soak: Stopwatch;
  steps: Record<StepId, StepState>;
};

export type VoteState = Mark & { role: RoleId; vote: "go" | "no_go"; reason: string | null };
export type GateOutcome = "go" | "no_go" | "override";
/** How a round of a gate ended. */
export type GateRound = Mark & { round: number; outcome: GateOutcome | "expired" | "lapsed" };
/** A stopwatch in release time: what it has counted in ms, and since when it counts now (null = stands still). */
export type Stopwatch = { countedMs: number; countingSince: Instant | null };
export type GateState = {
  status: "shut" | "voting" | "decided" | "expired" | "lapsed";
  /** 0 while it was never open. */
  round: number;
  opened: Mark | null;
  /** Votes of this round, by role. */
  votes: Record<RoleId, VoteState>;
  /** An override that waits for a second person. */
  override: (Mark & { reason: string; unmet: string[] }) | null;
  decision: (Mark & { outcome: GateOutcome; reason: string | null; unmet: string[]; notWatched: string[] }) | null;
  /** Time that this round has waited since the stage before it ended; what the stage ran past its soak comes on top. */
  waited: Stopwatch;
  /** Ends of rounds, oldest first; a lapsed go has two entries. */
  rounds: GateRound[];
};

export type RollbackStepState = { outcome: "done" | "failed" | "skipped"; mark: Mark; reason: string | null };
export type RollbackState = {
  status: "none" | "scheduled" | "running" | "done";
  scheduled: (Mark & { dueAt: Instant; reason: string }) | null;
  started: (Mark & { reason: string | null; says?: Phrase; trigger: TriggerId | null; fromShare: number }) | null;
  completed: (Mark & { failures: string | null }) | null;
  steps: Record<RollbackStepId, RollbackStepState>;
  armed: Mark | null;
  /** `job`: carried out by a runner; absent = a person said so. */
  drill: (Mark & { tookMs: number | null; job?: JobId }) | null;
};

export type PlaybookRun = {
  playbook: PlaybookId;
  run: number;
  opened: Mark;
  steps: Record<PlaybookStepId, Mark>;
  closed: (Mark & { outcome: string }) | null;
};

/** What a playbook's card rose for. */
export type PlaybookCause =
  | { kind: "check"; check: CheckId }
  | { kind: "alert"; alert: string; name: string }
  | { kind: "output"; job: JobId; pattern: string };

/**
 * A playbook whose scenario has come. `before`: what its earlier cards rose for, put away and not seen to be over; `gone`: its cause was
 * seen to be over; `ended`: a person has put the card away.
 */
export type PlaybookMatch = Mark & {
  cause: PlaybookCause;
  before: PlaybookCause[];
  gone: Mark | null;
  ended: (Mark & { reason: string }) | null;
};

/** An alert of a source that fires; silenced ones are shown as such and wake nobody. */
type AlertState = {
  name: string;
  summary: string;
  source: string;
  status: "firing" | "silenced";
  since: Instant;
};

export type CheckVerdict = "passed" | "failed" | "inconclusive" | "errored" | "no_data";

/** The whole of a release as its events add up. Values are never changed in place. */
export type ReleaseState = {
  foldVersion: number;
  releaseId: string;
  planVersionId: string;
  status: ReleaseStatus;
  clock: ReleaseClock;
  /** Number of the last event; the first event has number 1. */
  seq: number;
  epoch: number;
  /** Real time of the last event: no event may be older. */
  lastAt: Instant;
  created: Mark;
  started: (Mark & { override: string | null; unmet: string[] }) | null;
  hold: (Mark & { reason: string | null; says?: Phrase }) | null;
  completed: Mark | null;
  ended: (Mark & { reason: string | null }) | null;
  roles: Record<RoleId, RoleAssignment>;
  items: Record<ItemId, ItemState>;
  stages: Record<StageId, StageState>;
  gates: Record<GateId, GateState>;
  /** Wanted and last observed percentage on the new version. */
  traffic: {
    wanted: number;
    observed: number | null;
    inBand: boolean | null;
    /** Somebody lowered the share while its shift was running. */
    takenBack: Mark | null;
  };
  rollback: RollbackState;
  playbooks: PlaybookRun[];
  /** The newest card of each playbook that rose by itself. */
  matches: Record<PlaybookId, PlaybookMatch>;
  followups: Record<FollowupId, Mark & { note: string | null }>;
  windows: Record<WindowId, Mark & { note: string | null; early: boolean; measured?: Measured[] }>;
  criteria: Record<CriterionId, Mark & { met: boolean; evidence: string; measured?: Measured }>;
  checks: Record<CheckId, { verdict: CheckVerdict; sentence: string; says: Phrase | null; since: Instant }>;
  alerts: Record<string, AlertState>;
  blind: { since: Instant; source: string } | null;
  /** Open proposals of the judge, by trigger. */
  proposals: Record<TriggerId, Mark & { evidence: string }>;
  /** Triggers that somebody dismissed under this share and that have not passed since. */
  dismissed: Record<TriggerId, Mark & { reason: string }>;
  /** Calls for a person that stand, acknowledged or not. */
  calls: Record<CallId, CallState>;
  /** Work of runners, from the first asked for to the last. */
  jobs: Record<JobId, JobState>;
  /** What a rehearsal's shop suffers now. */
  faults: Partial<Record<Fault, Mark & { percent: number | null }>>;
  /** The script that puts faults in by their times; null where there is none. */
  script: ScriptState | null;
  /** Events since which an older GO, start or resume is stale, newest last (the last 16). */
  adverse: { seq: number; type: string; by: ActorRecord; at: Instant }[];
  noteCount: number;
};
