import type { Plan } from "@/lib/domain/plan/plan";
import { isRecord } from "../settings/guards";
import { isPlan } from "../settings/plan-shape";

type Identified = readonly { id: string }[];

function pairs(ours: Identified, theirs: Identified): [string, string][] {
  if (ours.length !== theirs.length) return [];
  return ours.flatMap(({ id }, index): [string, string][] => {
    const other = theirs[index];
    return other === undefined || other.id === id ? [] : [[id, other.id]];
  });
}

type Nested = readonly { below: Identified }[];

function nestedPairs(ours: Nested, theirs: Nested): [string, string][] {
  if (ours.length !== theirs.length) return [];
  return ours.flatMap(({ below }, index) => pairs(below, theirs[index]?.below ?? []));
}

function idPairs(plan: Plan, read: Plan): [string, string][] {
  const items = ({ sections }: Plan) => sections.map((section) => ({ below: section.items }));
  const steps = ({ stepGroups }: Plan) => stepGroups.map((group) => ({ below: group.steps }));
  const bookSteps = ({ playbooks }: Plan) => playbooks.map((book) => ({ below: book.steps }));
  return [
    ...pairs(plan.sections, read.sections),
    ...nestedPairs(items(plan), items(read)),
    ...pairs(plan.stages, read.stages),
    ...nestedPairs(steps(plan), steps(read)),
    ...pairs(plan.gates, read.gates),
    ...pairs(plan.checks, read.checks),
    ...pairs(plan.triggers, read.triggers),
    ...pairs(plan.rollback?.steps ?? [], read.rollback?.steps ?? []),
    ...pairs(plan.followups, read.followups),
    ...pairs(plan.playbooks, read.playbooks),
    ...nestedPairs(bookSteps(plan), bookSteps(read)),
    ...pairs(plan.windows, read.windows),
    ...pairs(plan.criteria, read.criteria),
  ];
}

function groupNumbers(plan: Plan, read: Plan): Map<number, number> {
  if (plan.stepGroups.length !== read.stepGroups.length) return new Map();
  return new Map(plan.stepGroups.map(({ number }, index) => [number, read.stepGroups[index]?.number ?? number]));
}

const pointers: ReadonlySet<string> = new Set(["id", "stage", "after", "check", "checks", "step"]);

/**
 * The plan under the ids that its parts get when they are read: an id is only a name inside one version, made of the part's
 * place. Roles keep theirs, which say who is meant.
 */
export function withIdsOf(plan: Plan, read: Plan): Plan {
  const ids = new Map(idPairs(plan, read));
  const numbers = groupNumbers(plan, read);
  const renamed = (value: unknown, field: string): unknown => {
    if (Array.isArray(value)) return value.map((entry) => renamed(entry, field));
    if (isRecord(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, renamed(entry, key)]));
    }
    if (typeof value === "string" && pointers.has(field)) return ids.get(value) ?? value;
    const isNumber = typeof value === "number" && (field === "number" || field === "stepGroups");
    return isNumber ? (numbers.get(value) ?? value) : value;
  };
  const result = renamed(plan, "");
  return isPlan(result) ? result : plan;
}
