import type { PlanReading } from "@/lib/domain/plan/finding";
import type { Plan } from "@/lib/domain/plan/plan";
import type { ExpectedPlan } from "./expected-plan";
import { isCalled, namesOf, owners, type Part, stated, texts } from "./part";
import { holdsText, nearestText, sameText } from "./same-text";
import { scoreCommands } from "./score-commands";
import { scorePeople } from "./score-people";
import { scoreStages } from "./score-stages";

/** A part of the plan that the document does not have, in a kind of part whose expectation is complete. */
type Surplus = { part: string; got: string };
export type PlanScore = { parts: Part[]; surplus: Surplus[] };

function scoreInformation(plan: Plan, expected: ExpectedPlan): Part[] {
  const { info } = plan;
  const version = (text: string) => text.replace(/^v(?=\d)/iu, "");
  const sameVersion =
    expected.version !== undefined && sameText(version(info.version), version(expected.version)) && expected.version;
  const manager =
    expected.manager?.some((name) => isCalled(plan, plan.manager, name)) === true
      ? expected.manager
      : namesOf(plan, plan.manager).join("=");
  return [
    ...stated("language", expected.language, plan.language),
    ...texts("title", expected.title === undefined ? [] : [expected.title], [`${plan.title} ${plan.subtitle ?? ""}`]),
    ...stated("version", expected.version, sameVersion || info.version),
    ...stated("window start", expected.window?.start, info.window?.start),
    ...stated("window end", expected.window?.end, info.window?.end),
    ...stated("time zone", expected.timeZone, plan.timeZone),
    ...stated("rollback within", expected.rollbackWithinMin, info.rollbackable?.withinMin),
    ...stated("downtime", expected.downtimeMin, info.downtime?.minutes),
    ...stated("manager", expected.manager, manager),
    ...stated("blue-green rollback", expected.blueGreen?.rollbackWithinMin, plan.blueGreen?.rollbackWithinMin),
  ];
}

function scoreChecklists(plan: Plan, expected: ExpectedPlan): Part[] {
  const items = plan.sections.flatMap((section) => section.items.map(({ text }) => text));
  const conditions = [
    ...plan.canary.flatMap(({ watch, decisions }) => [...watch, ...decisions].map(({ text }) => text)),
    ...plan.checks.map(({ text }) => text),
    ...plan.criteria.map(({ text }) => text),
    ...items,
  ];
  const sections = (expected.sections ?? []).flatMap(({ name, owners: names }) => {
    const section = plan.sections.find((known) => holdsText(known.name, name));
    const known = plan.sections.map((one) => one.name);
    const part = `section "${name}"`;
    return [
      { part, expected: name, found: section !== undefined, got: nearestText(known, name) },
      ...owners(`${part} owners`, plan, names, section?.owners ?? []),
    ];
  });
  const goals = plan.goals.flatMap((group) => group.goals.map(({ text }) => text));
  const criteria = plan.criteria.map(({ text }) => text);
  return [
    ...texts("goal", expected.goals, goals),
    ...texts("condition", expected.conditions, conditions),
    ...sections,
    ...texts("item", expected.items, items),
    ...texts("criterion", expected.criteria, criteria),
  ];
}

function scoreRollback(plan: Plan, expected: ExpectedPlan): Part[] {
  const known = plan.triggers.map(({ text }) => text);
  const triggers = (expected.triggers ?? []).flatMap(({ text, level }) => {
    const trigger = plan.triggers.find((one) => holdsText(one.text, text));
    return [
      { part: "trigger", expected: text, found: trigger !== undefined, got: nearestText(known, text) },
      ...stated(`trigger "${text}" level`, level, trigger?.level),
    ];
  });
  const followups = (expected.followups ?? []).flatMap(({ name, dueMin }) => {
    const followup = plan.followups.find((one) => holdsText(one.name, name));
    return [
      ...texts(
        "followup",
        [name],
        plan.followups.map((one) => one.name),
      ),
      ...stated(`followup "${name}" due`, dueMin, followup?.dueMin),
    ];
  });
  const playbooks = (expected.playbooks ?? []).flatMap(({ name, recoveryMin }) => {
    const playbook = plan.playbooks.find((one) => holdsText(one.name, name));
    return [
      ...texts(
        "playbook",
        [name],
        plan.playbooks.map((one) => one.name),
      ),
      ...stated(`playbook "${name}" recovery`, recoveryMin, playbook?.recoveryMin),
    ];
  });
  const steps = (plan.rollback?.steps ?? []).map(({ name }) => name);
  return [
    ...triggers,
    ...stated("rollback target", expected.rollback?.targetMin, plan.rollback?.targetMin),
    ...texts("rollback step", expected.rollback?.steps, steps),
    ...followups,
    ...playbooks,
  ];
}

function scorePlaceholders({ findings }: PlanReading, expected: ExpectedPlan): Part[] {
  const noticed = findings.filter(({ rule }) => rule === "placeholder");
  return (expected.placeholders ?? []).map((line) => ({
    part: "placeholder",
    expected: `line ${line}`,
    found: noticed.some(({ lines }) => lines.from <= line && line <= lines.to),
    got: `lines ${noticed.map((finding) => finding.line).join(", ")}`,
  }));
}

function surplusOf(part: string, expected: readonly string[] | undefined, got: readonly string[]): Surplus[] {
  if (expected === undefined) return [];
  const left = [...expected];
  const extra = got.filter((text) => {
    const at = left.findIndex((words) => holdsText(text, words));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return extra.map((text) => ({ part, got: text }));
}

function findSurplus(plan: Plan, expected: ExpectedPlan): Surplus[] {
  const items = plan.sections.flatMap((section) => section.items.map(({ text }) => text));
  const shares = expected.canary?.map(({ share }) => `${share} %`);
  return [
    ...surplusOf(
      "stage",
      expected.stages?.map(({ name }) => name),
      plan.stages.map((one) => `${one.label} ${one.name}`),
    ),
    ...surplusOf(
      "canary",
      shares,
      plan.canary.map(({ share }) => `${share} %`),
    ),
    ...surplusOf("item", expected.items, items),
    ...surplusOf(
      "trigger",
      expected.triggers?.map(({ text }) => text),
      plan.triggers.map(({ text }) => text),
    ),
    ...surplusOf(
      "playbook",
      expected.playbooks?.map(({ name }) => name),
      plan.playbooks.map(({ name }) => name),
    ),
    ...surplusOf(
      "window",
      expected.windows?.map(({ text }) => text),
      plan.windows.map(({ text }) => text),
    ),
    ...surplusOf(
      "contact",
      expected.contacts?.map(({ person }) => person),
      plan.contacts.map(({ person }) => person),
    ),
    ...surplusOf(
      "criterion",
      expected.criteria,
      plan.criteria.map(({ text }) => text),
    ),
  ];
}

/** A plan with nothing in it: what a document gave that was not read at all. */
function nothingRead(): Plan {
  const lines = { from: 0, to: 0 };
  const info = {
    version: "",
    window: null,
    windowMin: null,
    type: null,
    scope: null,
    rollbackable: null,
    downtime: null,
  };
  return {
    title: "",
    subtitle: null,
    language: "en",
    timeZone: "",
    document: [],
    info: { ...info, rows: [], lines },
    goals: [],
    canary: [],
    blueGreen: null,
    sections: [],
    stages: [],
    stepGroups: [],
    gates: [],
    checks: [],
    triggers: [],
    rollback: null,
    followups: [],
    playbooks: [],
    windows: [],
    criteria: [],
    review: null,
    roles: [],
    manager: "role:nobody",
    rollbackers: [],
    contacts: [],
    channels: [],
    approvals: [],
    bindings: [],
  };
}

/** Compares what was read with what a release manager reads: one part per stated field, missing and wrong ones alike not found. */
export function scorePlan(reading: PlanReading, expected: ExpectedPlan, source: string): PlanScore {
  const plan = reading.plan ?? nothingRead();
  const parts = [
    ...scoreInformation(plan, expected),
    ...scoreStages(plan, expected),
    ...scoreChecklists(plan, expected),
    ...scoreCommands(plan, expected, source),
    ...scoreRollback(plan, expected),
    ...scorePeople(plan, expected),
    ...scorePlaceholders(reading, expected),
  ];
  const found = reading.plan === null ? parts.map((part) => ({ ...part, found: false })) : parts;
  return { parts: found, surplus: findSurplus(plan, expected) };
}
