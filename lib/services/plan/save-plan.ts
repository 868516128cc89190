import type { Answer } from "@/lib/contracts/answer";
import { findDanglingReference } from "@/lib/domain/plan/dangling-reference";
import type { Plan } from "@/lib/domain/plan/plan";
import type { Actor } from "@/lib/domain/release/actor";
import type { Hasher } from "@/lib/ports/hasher";
import type { PlanStore } from "@/lib/ports/plan-store";
import { refuse } from "../refusal-reasons";

export type SavePlanDeps = { plans: Pick<PlanStore, "save">; hasher: Hasher };

export type PlanDraft = {
  plan: Plan;
  /** The document it was read from, byte for byte. */
  source: string;
  message?: string | undefined;
  /** Left out: a new plan. */
  planId?: string | undefined;
  actor: Actor;
};

export type SavedPlan = { planId: string; planVersionId: string };

/** Keeps a plan as a new, immutable version. */
export async function savePlan({ plans, hasher }: SavePlanDeps, draft: PlanDraft): Promise<Answer<SavedPlan>> {
  const { actor, plan, source, planId = null, message = null } = draft;
  if (actor.kind !== "person" || actor.permissions.length === 0) return refuse("forbidden", "planner-only");
  const dangling = findDanglingReference(plan);
  if (dangling !== null) return refuse("invalid", "plan-incomplete", dangling);
  const author = { id: actor.person, name: actor.name };
  const saved = await plans.save({ planId, plan, source, message, author, hash: hasher.hash(plan) });
  return saved === null ? refuse("unknown_id", "unknown-plan", { id: planId ?? "" }) : { ok: true, value: saved };
}
