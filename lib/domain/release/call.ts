import type { CheckId, ItemId, TriggerId } from "../plan/ids";
import type { JobId, JobPurpose } from "./job";
import type { Mark } from "./state";

/**
 * What a person is called for: a failed trigger, a source that cannot be seen, a check whose query errs, a signature belied, work of a
 * runner that failed, was lost or is not begun.
 */
export type CallAbout =
  | { kind: "trigger"; trigger: TriggerId }
  | { kind: "source"; source: string }
  | { kind: "check"; check: CheckId }
  | { kind: "item"; item: ItemId }
  | { kind: "job"; job: JobId; purpose: JobPurpose };

export type CallId = `call:${string}`;

/** One call for a person's decision. It stands until its cause is gone; acknowledging says who has taken it. */
export type CallState = Mark & { about: CallAbout; acknowledged: Mark | null; escalated: Mark | null };

/** Real time after which a call that nobody has acknowledged is escalated. Never scaled by a rehearsal's speed. */
export const CALL_ESCALATES_AFTER_MS = 120_000;

/** Real time of blindness after which a person is called. Never scaled. */
export const BLIND_CALLS_AFTER_MS = 60_000;

/** The call about a thing: one at a time for each. */
export function callOf(about: CallAbout): CallId {
  switch (about.kind) {
    case "trigger":
      return `call:${about.trigger}`;
    case "source":
      return `call:source:${about.source}`;
    case "check":
      return `call:${about.check}`;
    case "item":
      return `call:${about.item}`;
    case "job":
      return `call:${about.job}:${"step" in about.purpose ? about.purpose.step : about.purpose.kind}`;
  }
}
