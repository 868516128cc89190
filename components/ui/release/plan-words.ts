import type { RoleId } from "@/lib/domain/plan/ids";
import type { Plan, Stage, Step, StepGroup } from "@/lib/domain/plan/plan";
import { roleName } from "@/lib/domain/release/describe";

/** Several roles in one line, as the plan spells them. */
export function roleNames(plan: Plan, roles: RoleId[]): string {
  return roles.map((role) => roleName(plan, role)).join(" · ");
}

/** The groups of steps that serve a stage, in the stage's order. */
export function groupsOf(plan: Plan, stage: Stage): StepGroup[] {
  return stage.stepGroups.flatMap((number) => plan.stepGroups.filter((group) => group.number === number));
}

export function stepsOf(plan: Plan, stage: Stage): Step[] {
  return groupsOf(plan, stage).flatMap((group) => group.steps);
}
