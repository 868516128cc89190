import type { Plan } from "../plan/plan";
import type { Actor } from "./actor";
import type { EventDraft } from "./events";
import type { Refusal } from "./refusal";
import type { ReleaseState } from "./state";
import type { Instant } from "./time";
import type { WatchEvidence } from "./watch-evidence";

/** Everything a decision may depend on, apart from the command. */
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
