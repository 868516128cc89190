import { EVERYONE, type RoleId } from "../plan/ids";
import type { Plan } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import type { Actor, PersonId } from "../release/actor";
import type { ReleaseState } from "../release/state";

/** What somebody is to a release or to a thing in it. The policy knows these, never job titles. */
export const RELATIONS = ["manager", "owner", "voter", "rollbacker", "author", "any", "system"] as const;
export type Relation = (typeof RELATIONS)[number];

export type HeldRole = { role: RoleId; substitute: boolean };

type Roles = Pick<ReleaseState, "roles" | "created">;

/** Who fills a role: whoever is assigned, and for the manager's role its creator until it is handed over. */
export function holderOf(plan: Plan, state: Roles, role: RoleId): PersonId | null {
  const assigned = state.roles[role];
  if (assigned !== undefined) return assigned.person.id;
  const creator = state.created.by;
  return role === plan.manager && creator.kind === "person" ? creator.person : null;
}

/** The roles of a person in this release, own ones first, then those he stands in for. */
export function heldRoles(plan: Plan, state: Roles, person: PersonId): HeldRole[] {
  const own: HeldRole[] = [];
  const standing: HeldRole[] = [];
  for (const role of indexOf(plan).roles.keys()) {
    if (holderOf(plan, state, role) === person) own.push({ role, substitute: false });
    else if (state.roles[role]?.substitutes.some((one) => one.id === person)) standing.push({ role, substitute: true });
  }
  return [...own, ...standing];
}

/** Whether this person may play every role: planners and administrators, in a rehearsal only. */
export function mayPlay(state: Pick<ReleaseState, "clock">, actor: Actor): boolean {
  return actor.kind === "person" && state.clock.mode === "rehearsal" && actor.permissions.length > 0;
}

/** What one thing of a release asks of a person: the roles that own it, that vote on it, and who made it. */
export type Thing = { owners?: readonly RoleId[]; voters?: readonly RoleId[]; author?: PersonId | null };

/** Whether a role stands in this relation to the thing. A thing that nobody owns is the manager's. */
export function roleFits(plan: Plan, thing: Thing, relation: Relation, role: RoleId): boolean {
  switch (relation) {
    case "manager":
      return role === plan.manager;
    case "owner":
      return thing.owners !== undefined && (thing.owners.includes(role) || thing.owners.includes(EVERYONE));
    case "voter":
      return thing.voters !== undefined && (thing.voters.includes(role) || thing.voters.includes(EVERYONE));
    case "rollbacker":
      return role === plan.manager || plan.rollbackers.includes(role);
    case "any":
      return true;
    case "author":
    case "system":
      return false;
  }
}

function wholePlan(plan: Plan): Thing {
  return {
    owners: [...plan.stages, ...plan.sections, ...plan.sections.flatMap(({ items }) => items)].flatMap(
      ({ owners }) => owners ?? [],
    ),
    voters: plan.gates.flatMap((gate) => gate.voters),
  };
}

/** What somebody is to the release as a whole: "owner" of something in it, "voter" at some gate, and so on. */
export function relationsOf(plan: Plan, state: ReleaseState, actor: Actor): Relation[] {
  if (actor.kind === "system") return ["system"];
  const held = heldRoles(plan, state, actor.person);
  const played = mayPlay(state, actor);
  const thing = wholePlan(plan);
  return RELATIONS.filter((relation) =>
    played
      ? relation !== "author" && relation !== "system"
      : held.some(({ role }) => roleFits(plan, thing, relation, role)),
  );
}
