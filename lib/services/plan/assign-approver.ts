import type { Answer } from "@/lib/contracts/answer";
import type { RoleId } from "@/lib/domain/plan/ids";
import type { Actor, PersonId } from "@/lib/domain/release/actor";
import type { PeopleDirectory } from "@/lib/ports/people-directory";
import type { PlanStore } from "@/lib/ports/plan-store";
import { refuse } from "../refusal-reasons";

export type AssignApproverDeps = { plans: Pick<PlanStore, "findVersion" | "setApprover">; people: PeopleDirectory };
export type ApproverWish = { planVersionId: string; role: RoleId; person: PersonId; actor: Actor };

/** Says who holds an approving role of a plan. Nobody names himself: an approval is always a second person's word. */
export async function assignApprover(
  { plans, people }: AssignApproverDeps,
  { planVersionId, role, person, actor }: ApproverWish,
): Promise<Answer<null>> {
  if (actor.kind !== "person" || actor.permissions.length === 0) return refuse("forbidden", "planner-only");
  const version = await plans.findVersion(planVersionId);
  if (version === null) return refuse("unknown_id", "unknown-plan-version", { id: planVersionId });
  if (!version.plan.approvals.some((wanted) => wanted.role === role)) {
    return refuse("unknown_id", "approval-not-wanted", { role });
  }
  if (person === actor.person) return refuse("forbidden", "own-approver", { role });
  const known = await people.findPeople([person]);
  if (!known.has(person)) return refuse("unknown_id", "unknown-person", { id: person });
  await plans.setApprover({ planId: version.planId, role, person, assignedBy: actor.person });
  return { ok: true, value: null };
}
