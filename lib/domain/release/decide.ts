import type { CheckId } from "../plan/ids";
import type { Plan } from "../plan/plan";
import type { Actor } from "./actor";
import type { Command } from "./commands";
import type { EventDraft } from "./events";
import type { Refusal } from "./refusal";
import type { CheckVerdict, ReleaseState } from "./state";
import type { Instant } from "./time";

/** The watch's latest finished sampling round; null where nothing watches. */
export type WatchEvidence = {
  roundAt: Instant;
  verdicts: Record<CheckId, CheckVerdict>;
  observedShare: number | null;
  intervalMs: number;
} | null;

export type Circumstances = {
  plan: Plan;
  state: ReleaseState;
  actor: Actor;
  /** Real time. The release's time follows from the state's clock. */
  now: Instant;
  evidence: WatchEvidence;
  /** Whether every approver that the plan names has approved this version. */
  approved: boolean;
};

export type Decision = { ok: true; events: EventDraft[] } | { ok: false; refusal: Refusal };
export type Decide = (circumstances: Circumstances, command: Command) => Decision;
