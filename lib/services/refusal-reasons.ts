import type { Refusal, RefusalKind } from "@/lib/domain/release/refusal";

/** Reasons that only a use case can know; those of the rules stand in the domain. Facts in brackets. */
export type ServiceReason =
  | "unknown-release" // [id]
  | "unknown-plan" // [id]
  | "unknown-plan-version" // [id]
  | "unknown-person" // [id]
  | "unknown-role" // [id]
  | "key-reused"
  | "planner-only"
  | "own-role-in-live" // [role]
  | "own-approver" // [role]
  | "not-the-approver" // [role]
  | "approver-not-named" // [role]
  | "approval-not-wanted" // [role]
  | "approval-already-given" // [role]
  | "finding-not-there" // [key]
  | "finding-already-accepted" // [rule]
  | "reason-missing"
  | "plan-errors" // [errors, first]
  | "start-missing"
  | "start-not-ahead" // [startsAt]
  | "speed-out-of-range" // [speed]
  | "plan-incomplete" // [part, id]
  | "only-in-rehearsal"
  | "script-unreadable" // [line, text]
  | "administrator-only"
  | "unknown-source" // [id]
  | "unknown-runner" // [id]
  | "runner-name-taken" // [name]
  | "source-name-taken"; // [name]

export function refusal(kind: RefusalKind, because: ServiceReason, facts: Refusal["facts"] = {}): Refusal {
  return { kind, because, facts };
}

export function refuse(kind: RefusalKind, because: ServiceReason, facts: Refusal["facts"] = {}) {
  return { ok: false as const, refusal: refusal(kind, because, facts) };
}
