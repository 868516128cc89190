import type { RoleId } from "./ids";
import type { Lines, Plan } from "./plan";

export type PlanPart =
  | "document"
  | "info"
  | "goal"
  | "canary"
  | "blueGreen"
  | "section"
  | "item"
  | "stage"
  | "gate"
  | "stepGroup"
  | "step"
  | "check"
  | "trigger"
  | "rollback"
  | "followup"
  | "playbook"
  | "binding"
  | "window"
  | "criterion"
  | "review"
  | "role"
  | "person"
  | "channel"
  | "approval";

/** One thing of a plan as name and named values, the form in which two versions are laid side by side. */
export type PlanRow = {
  part: PlanPart;
  /** Where the thing stands among its kind: tells a renamed thing from one that went and one that came. */
  place: string;
  name: string;
  fields: Record<string, string>;
  lines: Lines;
  /** It only follows from what another part says: told when it is otherwise, not when it comes, goes or is renamed with that. */
  follows?: boolean;
};

/** A fact that is only worth a word when it holds. */
export const mark = (holds: boolean) => (holds ? "✓" : "");
export const minutes = (value: number | null) => (value === null ? "" : `${value} min`);
export const percent = (value: number | null) => (value === null ? "" : `${value} %`);

export function roleWords(plan: Plan, roles: RoleId[]): string {
  const nameOf = (id: RoleId) => plan.roles.find((role) => role.id === id)?.name ?? id.slice("role:".length);
  return roles.map(nameOf).join(" · ");
}
