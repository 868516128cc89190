import { EVERYONE, type RoleId } from "../plan/ids";
import type { Plan } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import type { Actor, ActorRecord } from "../release/actor";
import type { Refusal } from "../release/refusal";
import { refuse } from "../release/refuse";
import type { ReleaseState } from "../release/state";
import { type HeldRole, heldRoles, mayPlay, type Relation, roleFits, type Thing } from "./relations";

export type Claim = { by: ActorRecord; relation: Relation };

type Asking = {
  plan: Plan;
  state: ReleaseState;
  actor: Actor;
  /** Relations that may ask, as the policy has them. */
  relations: readonly Relation[];
  thing: Thing;
  as: RoleId | undefined;
};

type Person = Extract<Actor, { kind: "person" }>;

/** A closer relation is the one that the log names. */
const CLOSENESS: readonly Relation[] = ["owner", "voter", "author", "manager", "rollbacker", "any"];

function record(actor: Person, role: RoleId | null, how: { substitute: boolean; played: boolean }): ActorRecord {
  return { kind: "person", person: actor.person, name: actor.name, role, ...how };
}

function claimHeld(asking: Asking, actor: Person, held: HeldRole[]): Claim[] {
  const { plan, thing, relations, as } = asking;
  const claims: Claim[] = [];
  for (const substitute of [false, true]) {
    for (const relation of CLOSENESS) {
      if (!relations.includes(relation)) continue;
      for (const one of held) {
        if (one.substitute !== substitute || (as !== undefined && one.role !== as)) continue;
        const fits = relation === "author" ? thing.author === actor.person : roleFits(plan, thing, relation, one.role);
        if (fits) claims.push({ by: record(actor, one.role, { substitute, played: false }), relation });
      }
    }
  }
  return claims;
}

/** The role that somebody plays in a rehearsal when he names none: the thing's first owner or voter, else the manager. */
function rolesToPlay(asking: Asking, relation: Relation): RoleId[] {
  const { plan, thing, as } = asking;
  if (as !== undefined) return roleFits(plan, thing, relation, as) ? [as] : [];
  const named = relation === "owner" ? thing.owners : relation === "voter" ? thing.voters : [plan.manager];
  const roles = (named ?? []).filter((role) => role !== EVERYONE);
  if (roles.length > 0) return relation === "voter" ? roles : roles.slice(0, 1);
  return named?.includes(EVERYONE) ? [plan.manager] : [];
}

function claimPlayed(asking: Asking, actor: Person): Claim[] {
  if (!mayPlay(asking.state, actor)) return [];
  const claims: Claim[] = [];
  for (const relation of CLOSENESS) {
    if (!asking.relations.includes(relation)) continue;
    const isAuthor = relation === "author" && asking.thing.author === actor.person;
    const roles = isAuthor ? [asking.as ?? asking.plan.manager] : rolesToPlay(asking, relation);
    for (const role of roles) {
      claims.push({ by: record(actor, role, { substitute: false, played: true }), relation });
    }
  }
  return claims;
}

function rolesNeeded({ plan, relations, thing }: Asking): RoleId[] {
  const roles = [...indexOf(plan).roles.keys()];
  return roles.filter((role) => relations.some((relation) => roleFits(plan, thing, relation, role)));
}

function notYours(asking: Asking, held: HeldRole[]): Refusal {
  if (asking.as !== undefined && !held.some(({ role }) => role === asking.as)) {
    return refuse("forbidden", "role-not-held", { role: asking.as });
  }
  if (held.length === 0) return refuse("forbidden", "no-role-here");
  const names = indexOf(asking.plan).roles;
  const needed = rolesNeeded(asking).map((role) => names.get(role) ?? role);
  return refuse("forbidden", "not-your-part", { needed: needed.join(" · ") });
}

/** Votes belong to a role: who could vote for several must say for which. */
function ambiguous(claims: Claim[], first: Claim): Refusal | null {
  if (first.relation !== "voter") return null;
  const roles = new Set<RoleId>();
  for (const { by, relation } of claims) {
    const asFirst = by.kind === "person" && first.by.kind === "person" && by.substitute === first.by.substitute;
    if (relation === "voter" && asFirst && by.role !== null) roles.add(by.role);
  }
  if (roles.size < 2) return null;
  return refuse("invalid", "name-the-role", { roles: [...roles].join(" ") });
}

/** Every way in which the actor may ask, the closest first; or why not at all. */
function claimsOf(asking: Asking): { claims: Claim[] } | Refusal {
  const { actor, relations } = asking;
  if (actor.kind === "system") {
    if (!relations.includes("system")) return refuse("forbidden", "not-for-the-system");
    return { claims: [{ by: { kind: "system", name: actor.name }, relation: "system" }] };
  }
  const held = heldRoles(asking.plan, asking.state, actor.person);
  const own = claimHeld(asking, actor, held);
  const claims = own.length > 0 ? own : claimPlayed(asking, actor);
  return claims.length > 0 ? { claims } : notYours(asking, held);
}

/** Under which role the actor asks: the closest relation, own roles before others'; or why he may not. */
export function claimOf(asking: Asking): Claim | Refusal {
  const result = claimsOf(asking);
  if ("kind" in result) return result;
  const [first] = result.claims;
  if (first === undefined) return refuse("forbidden", "no-role-here");
  return ambiguous(result.claims, first) ?? first;
}
