import { EVERYONE, type RoleId } from "../plan/ids";
import type { Plan } from "../plan/plan";
import { holderOf } from "../policy/relations";
import type { Condition } from "./condition";
import { itemConditions } from "./item-conditions";
import { condition } from "./make-condition";
import type { ReleaseState } from "./state";

/** Roles that somebody must fill before the night: those who vote, own a stage, a section or an item of it. */
export function rolesNeeded(plan: Plan): RoleId[] {
  const roles = [
    ...plan.gates.flatMap((gate) => gate.voters),
    ...plan.stages.flatMap((stage) => stage.owners),
    ...plan.sections.flatMap((section) => [...section.owners, ...section.items.flatMap((item) => item.owners ?? [])]),
  ];
  return [...new Set(roles)].filter((role) => role !== EVERYONE);
}

function roleConditions(plan: Plan, state: ReleaseState): Condition[] {
  return rolesNeeded(plan).map((role) =>
    condition("roles", holderOf(plan, state, role) !== null, {
      key: `roles:${role}`,
      subject: role,
      owners: [plan.manager],
      facts: { person: state.roles[role]?.person.name ?? "" },
    }),
  );
}

function approvalConditions(plan: Plan, state: ReleaseState, approved: boolean): Condition[] {
  if (state.clock.mode !== "live" || plan.approvals.length === 0) return [];
  const owners = plan.approvals.map((approval) => approval.role);
  return [condition("approval", approved, { owners, facts: { total: owners.length } })];
}

/** Everything that the start needs, met or not: required items, people for the roles, approvals of a live release. */
export function startConditions(context: { plan: Plan; state: ReleaseState; approved: boolean }): Condition[] {
  const { plan, state, approved } = context;
  return [...itemConditions(plan, state), ...roleConditions(plan, state), ...approvalConditions(plan, state, approved)];
}
