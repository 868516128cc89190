import type { Answer } from "@/lib/contracts/answer";
import { findingKey } from "@/lib/domain/plan/finding-key";
import type { Actor } from "@/lib/domain/release/actor";
import type { PlanReader } from "@/lib/ports/plan-reader";
import type { PlanStore } from "@/lib/ports/plan-store";
import { refuse } from "../refusal-reasons";

export type AcceptFindingDeps = {
  plans: Pick<PlanStore, "findVersion" | "acceptFinding">;
  planReader: Pick<PlanReader, "read">;
};
export type AcceptanceWish = { planVersionId: string; findingKey: string; reason: string; actor: Actor };

/** Says in one's own name that a finding of a version may stand, and why. Never taken back; the next version asks again. */
export async function acceptFinding(
  { plans, planReader }: AcceptFindingDeps,
  { planVersionId, findingKey: key, reason, actor }: AcceptanceWish,
): Promise<Answer<null>> {
  if (actor.kind !== "person" || actor.permissions.length === 0) return refuse("forbidden", "planner-only");
  if (reason.trim() === "") return refuse("needs_reason", "reason-missing");
  const version = await plans.findVersion(planVersionId);
  if (version === null) return refuse("unknown_id", "unknown-plan-version", { id: planVersionId });
  const { findings } = await planReader.read(version.source);
  const finding = findings.find((one) => findingKey(one) === key);
  if (finding === undefined) return refuse("unknown_id", "finding-not-there", { key });
  const person = { id: actor.person, name: actor.name };
  const { rule } = finding;
  const isFirst = await plans.acceptFinding({ planVersionId, findingKey: key, rule, reason: reason.trim(), person });
  return isFirst ? { ok: true, value: null } : refuse("already", "finding-already-accepted", { rule });
}
