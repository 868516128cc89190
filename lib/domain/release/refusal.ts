import type { ActorRecord } from "./actor";
import type { Condition } from "./condition";
import type { Instant } from "./time";

export const REFUSAL_KINDS = [
  "forbidden",
  "stale",
  "not_allowed_now",
  "already",
  "unmet",
  "needs_second_person",
  "unknown_id",
  "needs_reason",
  "invalid",
  "rate_limited",
] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

/**
 * Why a command was not carried out, with the facts a person needs. `because` is a stable kebab-case key; screens and API turn
 * it and the facts into a sentence in the reader's language.
 */
export type Refusal = {
  kind: RefusalKind;
  because: string;
  facts: Record<string, string | number>;
  /** Who did what when (release time), where somebody's act is the reason. */
  by?: { actor: ActorRecord; at: Instant; type: string } | undefined;
  /** For `unmet`: every condition that fails. */
  unmet?: Condition[] | undefined;
};
