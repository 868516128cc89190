import { targetKey } from "./binding";
import type { Plan } from "./plan";

/** Where a plan points at a part that it does not have, or has two parts under one id. */
export type DanglingReference = { part: string; id: string };

function firstTwice(part: string, ids: (string | number)[]): DanglingReference | null {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? null : { part, id: String(twice) };
}

function firstMissing(part: string, wanted: (string | number)[], known: (string | number)[]): DanglingReference | null {
  const missing = wanted.find((id) => !known.includes(id));
  return missing === undefined ? null : { part, id: String(missing) };
}

type Ids = [part: string, ids: (string | number)[]];

const idsOf = (parts: { id: string }[]): string[] => parts.map(({ id }) => id);

/** Every kind of part with the ids that must differ within it. */
function ownIds(plan: Plan): Ids[] {
  return [
    ["role", idsOf(plan.roles)],
    ["section", idsOf(plan.sections)],
    ["item", plan.sections.flatMap(({ items }) => idsOf(items))],
    ["stage", idsOf(plan.stages)],
    ["step group", plan.stepGroups.map(({ number }) => number)],
    ["step", plan.stepGroups.flatMap(({ steps }) => idsOf(steps))],
    ["gate", idsOf(plan.gates)],
    ["check", idsOf(plan.checks)],
    ["trigger", idsOf(plan.triggers)],
    ["rollback step", idsOf(plan.rollback?.steps ?? [])],
    ["followup", idsOf(plan.followups)],
    ["playbook", idsOf(plan.playbooks)],
    ["playbook step", plan.playbooks.flatMap(({ steps }) => idsOf(steps))],
    ["window", idsOf(plan.windows)],
    ["criterion", idsOf(plan.criteria)],
    ["binding", plan.bindings.map(({ target }) => targetKey(target))],
  ];
}

function gateStages(plan: Plan): string[] {
  return plan.gates.flatMap(({ before, after }) => [
    ...(before.kind === "stage" ? [before.stage] : []),
    ...(after === null ? [] : [after]),
  ]);
}

/** The first broken reference or doubled id of a plan; null when all its parts hang together. */
export function findDanglingReference(plan: Plan): DanglingReference | null {
  for (const [part, ids] of ownIds(plan)) {
    const twice = firstTwice(part, ids);
    if (twice !== null) return twice;
  }
  const groups = plan.stepGroups.map(({ number }) => number);
  const wantedGroups = plan.stages.flatMap(({ stepGroups }) => stepGroups);
  const matchers = plan.playbooks.flatMap((playbook) => playbook.matchers ?? []);
  const watched = [
    ...plan.gates.flatMap((gate) => gate.checks),
    ...plan.triggers.flatMap(({ check }) => check ?? []),
    ...matchers.flatMap((matcher) => (matcher.kind === "check" ? [matcher.check] : [])),
  ];
  const bound = plan.bindings.flatMap(({ target }) => ("step" in target ? [target.step] : []));
  const steps = [...plan.stepGroups.flatMap((group) => group.steps), ...(plan.rollback?.steps ?? [])];
  return (
    firstMissing("step", bound, idsOf(steps)) ??
    firstMissing("step group", wantedGroups, groups) ??
    firstMissing("stage", gateStages(plan), idsOf(plan.stages)) ??
    firstMissing("check", watched, idsOf(plan.checks))
  );
}
