import type { Binding, BindingTarget } from "./binding";
import type { Plan } from "./plan";

const plain = /^[^\s;；"|=][^;；"|\n]*$/u;
const pair = /([\w.-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;；]*))/gu;

function unquoted(inside: string): string {
  return inside.replace(/\\(u[0-9a-f]{4}|.)/giu, (_, sign: string) => {
    if (sign.length > 1) return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
    return { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" }[sign] ?? sign;
  });
}

/**
 * Arguments as people write them, `database=shop; share=5`, by name: what keeps them knows no order. A value that would be cut
 * apart stands in quotes, as in JSON.
 */
export function writeArguments(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${plain.test(value) && value.trim() === value ? value : JSON.stringify(value)}`)
    .join("; ");
}

/** The arguments that such a text says; what is no `name=value` in it says nothing. */
export function readArguments(text: string): Record<string, string> {
  const pairs = [...text.matchAll(pair)].map(([, name = "", quoted, bare = ""]): [string, string] => [
    name,
    quoted === undefined ? bare.trim() : unquoted(quoted),
  ]);
  return Object.fromEntries(pairs);
}

/** What a binding is about, by where it stands in the plan: "2.1" = the first step of the second group. Null when that is gone. */
export function placeOf(plan: Plan, target: BindingTarget): { place: string; name: string } | null {
  if (target.kind === "step") {
    const group = plan.stepGroups.findIndex(({ steps }) => steps.some(({ id }) => id === target.step));
    const steps = plan.stepGroups[group]?.steps ?? [];
    const at = steps.findIndex(({ id }) => id === target.step);
    return at < 0 ? null : { place: `${group + 1}.${at + 1}`, name: steps[at]?.name ?? "" };
  }
  if (target.kind === "rollback_step") {
    const steps = plan.rollback?.steps ?? [];
    const at = steps.findIndex(({ id }) => id === target.step);
    return at < 0 ? null : { place: `${at + 1}`, name: steps[at]?.name ?? "" };
  }
  return { place: "", name: "" };
}

/** The bindings of what is still in the plan. */
export function withoutLostTargets(plan: Plan): Binding[] {
  return plan.bindings.filter(({ target }) => placeOf(plan, target) !== null);
}
