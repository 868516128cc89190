import type { StageKind } from "@/lib/domain/plan/plan";

type Span = { from: number; to: number };

export type ExpectedStage = {
  /** Part of the stage's title. */
  name: string;
  /** Any of these fits: a manager would not quarrel about the difference. */
  kinds?: StageKind[] | undefined;
  /** After the start of the expected window; without one, after the first stage that has a time. */
  startMin?: number | undefined;
  durationMin?: number | undefined;
  share?: number | undefined;
  owners?: string[] | undefined;
};

/** Where the commands of a fence belong in the plan, and the fence's lines in the document. */
export type ExpectedCode = { where: "steps" | "rollback" | "playbooks"; lines: Span };

export type ExpectedContact = {
  role: string;
  person: string;
  phone?: string | undefined;
  email?: string | undefined;
};

/**
 * What a release manager reads in a document of the corpus. Every stated field is one part that the importer must find; what is
 * not stated is not judged. Names and texts are parts of what the plan holds, so that nothing here depends on how it cuts them.
 */
export type ExpectedPlan = {
  language?: "zh" | "en" | undefined;
  title?: string | undefined;
  version?: string | undefined;
  window?: { start: string; end: string } | undefined;
  timeZone?: string | undefined;
  rollbackWithinMin?: number | undefined;
  downtimeMin?: number | undefined;
  /** Whoever manages the release, by role or by name: any of these. */
  manager?: string[] | undefined;
  /** The document contradicts itself nowhere: no rule of the linter may speak up about it. */
  consistent?: boolean | undefined;
  blueGreen?: { rollbackWithinMin: number } | undefined;
  goals?: string[] | undefined;
  canary?: { share: number; soakMin?: number | undefined }[] | undefined;
  /** Measured conditions of entering or leaving a stage, wherever the plan keeps them. */
  conditions?: string[] | undefined;
  sections?: { name: string; owners?: string[] | undefined }[] | undefined;
  items?: string[] | undefined;
  stages?: ExpectedStage[] | undefined;
  steps?: { name: string; command: string }[] | undefined;
  code?: ExpectedCode[] | undefined;
  triggers?: { text: string; level?: "P0" | "P1" | undefined }[] | undefined;
  rollback?: { targetMin?: number | undefined; steps?: string[] | undefined } | undefined;
  followups?: { name: string; dueMin: number }[] | undefined;
  playbooks?: { name: string; recoveryMin: number }[] | undefined;
  windows?: { text: string; fromMin: number; toMin: number; owners?: string[] | undefined }[] | undefined;
  criteria?: string[] | undefined;
  contacts?: ExpectedContact[] | undefined;
  channels?: { kind: "chat" | "call" | "other"; text: string }[] | undefined;
  approvals?: string[] | undefined;
  /** Lines that nobody has filled in: each must become a finding. */
  placeholders?: number[] | undefined;
};
