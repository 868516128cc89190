import type { RoleId } from "../plan/ids";
import type { ActorRecord } from "./actor";

export const CONDITION_KINDS = [
  "items",
  "stages",
  "steps",
  "traffic",
  "soak",
  "votes",
  "no_go",
  "check",
  "source",
  "band",
  "proposal",
  "hold",
  "drill",
  "roles",
  "approval",
  "gate",
  "window",
  "criterion",
] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/**
 * One thing that must be true before a release may go on. `key` tells two of a kind apart ("votes:role:dba"); `subject` is plan
 * text or an id; `owners` are the roles who can meet it; `remainingMs` is release time still to wait, where it can be said.
 * `not_watched`: the machinery is not there; shown grey, listed in the decision, never counted as passed.
 */
export type Condition = {
  key: string;
  kind: ConditionKind;
  met: "met" | "unmet" | "not_watched";
  subject: string;
  owners: RoleId[];
  facts: Record<string, string | number>;
  remainingMs: number | null;
  by: ActorRecord | null;
};
