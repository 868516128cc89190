import type { RoleId } from "@/lib/domain/plan/ids";
import type { Plan } from "@/lib/domain/plan/plan";
import { holdsText, nearestText, sameText } from "./same-text";

/** One expected part of a plan: what was expected, and what came nearest where it was not found. */
export type Part = { part: string; expected: string; found: boolean; got: string };

/** One field that must have this value. */
export function field(part: string, expected: unknown, got: unknown): Part {
  const [wanted, given] = [JSON.stringify(expected), JSON.stringify(got) ?? "nothing"];
  return { part, expected: wanted, found: wanted === given, got: given };
}

/** A field that is judged only when the corpus states it. */
export function stated(part: string, expected: unknown, got: unknown): Part[] {
  return expected === undefined ? [] : [field(part, expected, got)];
}

/** One part per text that one of the plan's texts must hold; each of the plan's answers for one of them only. */
export function texts(part: string, expected: readonly string[] | undefined, got: readonly string[]): Part[] {
  const left = [...got];
  return (expected ?? []).map((words) => {
    const at = left.findIndex((text) => holdsText(text, words));
    if (at >= 0) left.splice(at, 1);
    return { part, expected: words, found: at >= 0, got: at >= 0 ? words : nearestText(got, words) };
  });
}

/** Everything a role is called in the document, the people who fill it among it. */
export function namesOf(plan: Plan, id: RoleId): string[] {
  const role = plan.roles.find((known) => known.id === id);
  const people = plan.contacts.filter((contact) => contact.role === id).map(({ person }) => person);
  return [...(role === undefined ? [] : [role.name, ...role.spellings]), ...people];
}

const withoutAt = (name: string) => name.replace(/^@/u, "");

/** Whether somebody in the document would call the role by this name; colleagues go by their first names. */
export function isCalled(plan: Plan, id: RoleId, name: string): boolean {
  const wanted = withoutAt(name);
  return namesOf(plan, id)
    .map(withoutAt)
    .some((known) => sameText(known, wanted) || (/^\p{Lu}/u.test(wanted) && known.startsWith(`${wanted} `)));
}

/** Exactly these owners: one missing or one too many is wrong. */
export function owners(
  part: string,
  plan: Plan,
  expected: readonly string[] | undefined,
  got: readonly RoleId[],
): Part[] {
  if (expected === undefined || expected.length === 0) return [];
  const all = expected.every((name) => got.some((id) => isCalled(plan, id, name)));
  const names = got.map((id) => namesOf(plan, id).join("=")).join(", ");
  return [{ part, expected: expected.join(", "), found: all && got.length === expected.length, got: names }];
}
