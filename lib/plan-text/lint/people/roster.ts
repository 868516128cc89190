import { EVERYONE, type RoleId } from "@/lib/domain/plan/ids";
import type { Lines, Plan } from "@/lib/domain/plan/plan";
import { type LintRule, noticed } from "../lint-rule";

/** Every place where the document asks something of a role. Proposed owners are ours, not the document's. */
export function usesOf(plan: Plan): { role: RoleId; lines: Lines }[] {
  const owned = [
    ...plan.sections.filter(({ ownersProposed }) => !ownersProposed),
    ...plan.sections.flatMap(({ items }) => items),
    ...plan.stages,
    ...(plan.rollback?.steps ?? []),
    ...plan.windows,
  ];
  const uses = owned.flatMap(({ owners = [], lines }) =>
    owners.map((role) => ({ role, lines: { from: lines.from, to: lines.from } })),
  );
  return [...uses, ...plan.approvals].filter(({ role }) => role !== EVERYONE);
}

/** Roles that own or approve something and have nobody in the list of contacts. */
export const roleWithoutPerson: LintRule = ({ plan }) => {
  const uses = usesOf(plan);
  const known = new Set(plan.contacts.map(({ role }) => role));
  if (known.size === 0) return [];
  const missing = [...new Set(uses.map(({ role }) => role))].filter((role) => !known.has(role));
  return missing.flatMap((role) => {
    const [first, ...others] = uses.filter((use) => use.role === role).map(({ lines }) => lines);
    const approves = plan.approvals.some((approval) => approval.role === role);
    const name = plan.roles.find(({ id }) => id === role)?.name ?? role.slice("role:".length);
    if (first === undefined) return [];
    return [noticed(approves ? "approver-without-person" : "role-without-person", [first, ...others], { role: name })];
  });
};

/** A plan that asks for roles and lists nobody at all. */
export const rosterMissing: LintRule = ({ plan }) => {
  const uses = usesOf(plan);
  const [first, ...others] = uses.map(({ lines }) => lines);
  if (plan.contacts.length > 0 || first === undefined) return [];
  const names = [...new Set(uses.map(({ role }) => plan.roles.find(({ id }) => id === role)?.name ?? role))];
  return [noticed("roster-missing", [first, ...others], { roles: names.join(", ") })];
};
