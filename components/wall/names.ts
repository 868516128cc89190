import { EVERYONE, type RoleId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import { actorName, roleName } from "@/lib/domain/release/describe";
import type { Mark, ReleaseState } from "@/lib/domain/release/state";
import type { Say } from "./scene";

type Named = { plan: Plan; state: ReleaseState; say: Say };

/** Owner roles in the plan's words. */
export function roleNames({ plan, say }: Pick<Named, "plan" | "say">, roles: RoleId[]): string {
  return roles.map((role) => (role === EVERYONE ? say("everyone") : roleName(plan, role))).join(" · ");
}

/** The people who are waited for, by name; the role where nobody is assigned. */
export function ownerNames(named: Named, roles: RoleId[]): string {
  const names = roles.map((role) =>
    role === EVERYONE ? named.say("everyone") : (named.state.roles[role]?.person.name ?? roleName(named.plan, role)),
  );
  return [...new Set(names)].join(" · ");
}

export function byName(mark: Mark): string {
  return actorName(mark.by);
}

/** What the two versions are called in the plan, else "new" and "old". */
export function versionNames({ plan, say }: Pick<Named, "plan" | "say">): { new: string; old: string } {
  const named = plan.canary.find((stage) => stage.newVersion !== null || stage.oldVersion !== null);
  return { new: named?.newVersion ?? say("traffic.new"), old: named?.oldVersion ?? say("traffic.old") };
}
