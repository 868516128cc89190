import type { Binding } from "./binding";
import type { BlueGreen } from "./blue-green";
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
  SectionId,
  StageId,
  StepId,
  TriggerId,
  WindowId,
} from "./ids";
import type { Measure } from "./measure";
import type { PlaybookMatcher } from "./playbook-matcher";
import type { Review } from "./review";

/** Lines of the source document, counted from 1, both ends included. `{from: 0, to: 0}` = not from the document. */
export type Lines = { from: number; to: number };

/** A row or sentence of the document that the plan keeps as written. */
export type Text = { text: string; lines: Lines };
export type LabelledText = { label: string; text: string; lines: Lines };
export type CodeBlock = { language: string; text: string; lines: Lines };

/** Wall-clock time in the plan's zone, `YYYY-MM-DDTHH:mm`. */
export type LocalDateTime = string;

export type ReleaseInfo = {
  version: string;
  /** Planned start and end of the window in `Plan.timeZone`; null where the document names none. */
  window: { start: LocalDateTime; end: LocalDateTime } | null;
  windowMin: number | null;
  type: string | null;
  scope: string | null;
  rollbackable: { possible: boolean; withinMin: number | null } | null;
  downtime: { text: string; minutes: number | null } | null;
  /** Every row of the information table as written. */
  rows: LabelledText[];
  lines: Lines;
};

export type GoalGroup = { name: string; goals: Text[]; lines: Lines };

export type CanaryStage = {
  order: number;
  name: string;
  /** Percent of traffic on the new version, 0 to 100. */
  share: number;
  soakMin: number | null;
  pods: { new: number | null; old: number | null };
  newVersion: string | null;
  oldVersion: string | null;
  watch: Text[];
  decisions: Text[];
  diagram: CodeBlock | null;
  lines: Lines;
};

export type ChecklistItem = {
  id: ItemId;
  text: string;
  /** Who signs it instead of the section's owners; absent, never empty, where it names nobody of its own. */
  owners?: RoleId[];
  required: boolean;
  lines: Lines;
};
export type ChecklistSection = {
  id: SectionId;
  number: string | null;
  name: string;
  owners: RoleId[];
  /** True when the document names no owner and the owners were proposed by meaning. */
  ownersProposed: boolean;
  items: ChecklistItem[];
  lines: Lines;
};

export const STAGE_KINDS = ["prepare", "backup", "deploy", "verify", "shift", "observe", "review", "other"] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

export type Stage = {
  id: StageId;
  order: number;
  /** The row's stage column, e.g. "切换". */
  label: string;
  /** The row's work column, e.g. "5% 灰度发布": what screens show as the stage's title. */
  name: string;
  kind: StageKind;
  owners: RoleId[];
  /** Planned start in minutes after the window's start; `startText` as written. */
  startMin: number;
  startText: string;
  /** Null = no duration given: the observing phase that follows completion. */
  durationMin: number | null;
  /** Wanted traffic share in percent, for shift stages; for observe stages the share that is watched. */
  share: number | null;
  /** May run beside the stage before it. */
  parallel: boolean;
  /** Step groups that serve this stage, in order. A group may serve several stages. */
  stepGroups: number[];
  lines: Lines;
};

/** One numbered piece of work, with its commands byte for byte as the document has them. */
export type Step = { id: StepId; name: string; commands: string; language: string; lines: Lines };
export type StepGroup = {
  number: number;
  name: string;
  /** The whole code block(s) of the group, byte for byte. */
  blocks: CodeBlock[];
  steps: Step[];
  /** Comment lines that are not work: test cases, what to watch, expected output. */
  notes: Text[];
  lines: Lines;
};

export type GateTimeoutOutcome = "stay" | "hold";
export type Gate = {
  id: GateId;
  order: number;
  /** What the gate guards. */
  before: { kind: "stage"; stage: StageId; share: number | null } | { kind: "completion" };
  /** The stage in front of the gate; null when it is the first thing in the plan. */
  after: StageId | null;
  voters: RoleId[];
  fourEyes: boolean;
  /** Minutes after the soak is over; what then holds. */
  timeout: { afterMin: number; outcome: GateTimeoutOutcome };
  /** A go lapses when its shift has not started within this many minutes. */
  lapseMin: number;
  checks: CheckId[];
  /** The rollback was drilled within so many hours; absent = no drill is asked for. */
  drillWithinHours?: number;
};

/** A measured condition. `measure` is null where the plan names the number but nobody has said how to measure it. */
export type Check = {
  id: CheckId;
  name: string;
  text: string;
  measure: Measure | null;
  required: boolean;
  lines: Lines;
};
export type TriggerLevel = "P0" | "P1";
export type RollbackTrigger = { id: TriggerId; level: TriggerLevel; text: string; check: CheckId | null; lines: Lines };
export type RollbackStep = { id: RollbackStepId; name: string; commands: string; owners: RoleId[]; lines: Lines };
export type RollbackProcedure = {
  /** Minutes the procedure may take; null when the plan states none. */
  targetMin: number | null;
  block: CodeBlock | null;
  steps: RollbackStep[];
  lines: Lines;
};
export type Followup = {
  id: FollowupId;
  name: string;
  dueMin: number | null;
  dueText: string;
  tasks: Text[];
  lines: Lines;
};

export type PlaybookStep = { id: PlaybookStepId; name: string; commands: string; lines: Lines };
export type Playbook = {
  id: PlaybookId;
  name: string;
  symptom: string;
  /** Absent: what the symptom says in words that can be looked for. Empty: nothing raises it but a person. */
  matchers?: PlaybookMatcher[];
  steps: PlaybookStep[];
  block: CodeBlock | null;
  recoveryMin: number | null;
  lines: Lines;
};

export type ObservationWindow = {
  id: WindowId;
  text: string;
  /** Minutes after completion. */
  fromMin: number;
  toMin: number;
  focus: string[];
  owners: RoleId[];
  ownersText: string;
  lines: Lines;
};

/** `ticked` only says how the document was drawn; it is never taken as done work. */
export type SuccessCriterion = { id: CriterionId; group: string; text: string; ticked: boolean; lines: Lines };

export type Contact = { role: RoleId; person: string; phone: string | null; email: string | null; lines: Lines };
export type EmergencyChannel = { kind: "chat" | "call" | "other"; name: string; address: string; lines: Lines };

/** Someone the document asks to approve it, e.g. CTO. */
export type Approval = { role: RoleId; lines: Lines };

export type PlanRole = {
  id: RoleId;
  /** The roster's spelling where there is one. */
  name: string;
  /** Every spelling seen in the document. */
  spellings: string[];
};

/** A release plan as understood from one document. Never changes once saved as a version. */
export type Plan = {
  title: string;
  subtitle: string | null;
  language: "zh" | "en";
  /** IANA zone of every time in the plan. */
  timeZone: string;
  document: LabelledText[];
  info: ReleaseInfo;
  goals: GoalGroup[];
  canary: CanaryStage[];
  blueGreen: BlueGreen | null;
  sections: ChecklistSection[];
  stages: Stage[];
  stepGroups: StepGroup[];
  gates: Gate[];
  checks: Check[];
  triggers: RollbackTrigger[];
  rollback: RollbackProcedure | null;
  followups: Followup[];
  playbooks: Playbook[];
  windows: ObservationWindow[];
  criteria: SuccessCriterion[];
  review: Review | null;
  roles: PlanRole[];
  /** The role that manages the release: the document's, else `role:release-manager`. */
  manager: RoleId;
  /** Roles that may roll back: manager, those the plan names, tech director, owners of shift stages. */
  rollbackers: RoleId[];
  contacts: Contact[];
  channels: EmergencyChannel[];
  approvals: Approval[];
  /** What runners carry out; empty where people do all the work. */
  bindings: Binding[];
};
