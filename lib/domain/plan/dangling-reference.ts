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

/** The first broken reference or doubled id of a plan; null when all its parts hang together. */
export function findDanglingReference(plan: Plan): DanglingReference | null {
  const stages = plan.stages.map(({ id }) => id);
  const groups = plan.stepGroups.map(({ number }) => number);
  const checks = plan.checks.map(({ id }) => id);
  const gateStages = plan.gates.flatMap(({ before, after }) => [
    ...(before.kind === "stage" ? [before.stage] : []),
    ...(after === null ? [] : [after]),
  ]);
  const watched = [...plan.gates.flatMap((gate) => gate.checks), ...plan.triggers.flatMap(({ check }) => check ?? [])];
  return (
    firstTwice(
      "role",
      plan.roles.map(({ id }) => id),
    ) ??
    firstTwice(
      "section",
      plan.sections.map(({ id }) => id),
    ) ??
    firstTwice(
      "item",
      plan.sections.flatMap(({ items }) => items.map(({ id }) => id)),
    ) ??
    firstTwice("stage", stages) ??
    firstTwice("step group", groups) ??
    firstTwice(
      "step",
      plan.stepGroups.flatMap(({ steps }) => steps.map(({ id }) => id)),
    ) ??
    firstTwice(
      "gate",
      plan.gates.map(({ id }) => id),
    ) ??
    firstTwice("check", checks) ??
    firstTwice(
      "trigger",
      plan.triggers.map(({ id }) => id),
    ) ??
    firstTwice("rollback step", plan.rollback?.steps.map(({ id }) => id) ?? []) ??
    firstTwice(
      "followup",
      plan.followups.map(({ id }) => id),
    ) ??
    firstTwice(
      "playbook",
      plan.playbooks.map(({ id }) => id),
    ) ??
    firstTwice(
      "playbook step",
      plan.playbooks.flatMap(({ steps }) => steps.map(({ id }) => id)),
    ) ??
    firstTwice(
      "window",
      plan.windows.map(({ id }) => id),
    ) ??
    firstTwice(
      "criterion",
      plan.criteria.map(({ id }) => id),
    ) ??
    firstMissing(
      "step group",
      plan.stages.flatMap(({ stepGroups }) => stepGroups),
      groups,
    ) ??
    firstMissing("stage", gateStages, stages) ??
    firstMissing("check", watched, checks)
  );
}
