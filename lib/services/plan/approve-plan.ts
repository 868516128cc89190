import type { Answer } from "@/lib/contracts/answer";
import type { RoleId } from "@/lib/domain/plan/ids";
import type { Actor } from "@/lib/domain/release/actor";
import type { PlanStore, PlanVersionDetails } from "@/lib/ports/plan-store";
import { refuse } from "../refusal-reasons";

export type ApprovePlanDeps = { plans: Pick<PlanStore, "findVersion" | "approve"> };
export type ApprovalWish = { planVersionId: string; role: RoleId; actor: Actor };

/** Approves one version of a plan, by the person who holds the role. An approval is never taken back. */
export async function approvePlan({ plans }: ApprovePlanDeps, wish: ApprovalWish): Promise<Answer<null>> {
  const { planVersionId, role, actor } = wish;
  const version = await plans.findVersion(planVersionId);
  if (version === null) return refuse("unknown_id", "unknown-plan-version", { id: planVersionId });
  if (!version.plan.approvals.some((wanted) => wanted.role === role)) {
    return refuse("unknown_id", "approval-not-wanted", { role });
  }
  const approver = version.approvers.find((one) => one.role === role);
  if (approver === undefined) return refuse("not_allowed_now", "approver-not-named", { role });
  if (actor.kind !== "person" || approver.person.id !== actor.person) {
    return refuse("forbidden", "not-the-approver", { role });
  }
  const { assignedBy } = approver;
  const person = { id: actor.person, name: actor.name };
  const isFirst = await plans.approve({ planVersionId, role, person, assignedBy });
  return isFirst ? { ok: true, value: null } : alreadyGiven(version, role);
}

function alreadyGiven({ approvals }: PlanVersionDetails, role: RoleId): Answer<null> {
  const refused = refuse("already", "approval-already-given", { role });
  const given = approvals.find((approval) => approval.role === role);
  if (given === undefined) return refused;
  const { person, at } = given;
  const actor = {
    kind: "person",
    person: person.id,
    name: person.name,
    role,
    substitute: false,
    played: false,
  } as const;
  return { ok: false, refusal: { ...refused.refusal, by: { actor, at, type: "plan.approve" } } };
}
