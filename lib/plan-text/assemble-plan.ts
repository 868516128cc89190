import { deriveChecks } from "@/lib/domain/plan/derive-checks";
import { deriveGates, rollbackersOf } from "@/lib/domain/plan/derive-gates";
import type { Finding } from "@/lib/domain/plan/finding";
import type { LabelledText, Plan, Stage, StepGroup } from "@/lib/domain/plan/plan";
import { bindSteps } from "./bind-steps";
import { finding } from "./findings";
import { readManager } from "./manager";
import type { Section } from "./markdown/outline";
import { listNotUnderstood } from "./not-understood";
import { readParts } from "./read-parts";
import { readBindings } from "./readers/bindings";
import { readChecks } from "./readers/checks";
import type { Reading } from "./reading";
import { proposeOwners } from "./section-owners";
import { readTimeZone } from "./time-zone";
import { mapTopics, titleSections } from "./topics";
import { withTriggerQueries } from "./trigger-measures";

function bind(reading: Reading, stages: readonly Stage[], groups: readonly StepGroup[]): Stage[] {
  if (stages.length === 0) return [];
  const bound = bindSteps(stages, groups);
  reading.findings.push(...bound.findings);
  return bound.stages;
}

function reportGaps(reading: Reading, document: Section, plan: Plan): void {
  const whole = { from: 1, to: reading.lines.length };
  const at = plan.info.lines.from > 0 ? plan.info.lines : (document.children[0]?.heading ?? whole);
  if (plan.stages.length === 0) reading.findings.push(finding("no-timeline", whole));
  if (plan.info.version === "") reading.findings.push(finding("no-version", at));
  if (plan.info.window === null) reading.findings.push(finding("no-window", at));
}

/** A document without anything to do; one that is our own data is told what to do with it. */
function noPlan({ lines }: Reading): Finding {
  const whole = { from: 1, to: lines.length };
  const format = /holdpoint-plan\/\d+/.exec(lines.find((line) => line.includes("holdpoint-plan/")) ?? "")?.[0];
  return format === undefined ? finding("not-a-plan", whole) : finding("data-as-words", whole, { format });
}

/** The plan of an outlined document; null when it has neither timeline nor checklist. Findings go into `reading`. */
export function assemblePlan(reading: Reading, document: Section, front: readonly LabelledText[]): Plan | null {
  const topics = mapTopics(document);
  const { approve, queries, said, leader, ...parts } = readParts(reading, document, topics, front);
  if (parts.stages.length === 0 && parts.sections.length === 0) {
    reading.findings.push(...listNotUnderstood(reading, document, topics, false));
    reading.findings.push(noPlan(reading));
    return null;
  }
  const manager = readManager(reading, { rows: [...parts.document, ...parts.info.rows], leader }, parts.contacts);
  const approvals = approve(parts.document);
  const { checks: wanted, triggers, checksAt } = deriveChecks(parts.canary, parts.triggers);
  const checks = readChecks(reading, topics.sections("checks"), withTriggerQueries(wanted, triggers, queries));
  const bindings = readBindings(reading, topics.sections("bindings"), parts);
  reading.findings.push(...listNotUnderstood(reading, document, topics, true));
  const roles = reading.roles.all();
  const owned = proposeOwners(parts.sections, roles, manager);
  reading.findings.push(...owned.findings);
  const stages = bind(reading, parts.stages, parts.stepGroups);
  const [title, subtitle] = titleSections(document);
  const named = (words: RegExp) => (row: LabelledText) => words.test(row.label.trim());
  const titleRow =
    front.find(named(/^(?:title|name|标题|名称)$/i)) ?? parts.document.find(named(/^(?:subject|主题|邮件主题)$/i));
  // "MOP title: Replace the session border controllers" below "Method of procedure": the kind of document, and what it is about.
  const own = parts.document.find(named(/^(?:.{1,20} )?title$|^.{0,6}(?:标题|名称)$/i));
  const plan: Plan = {
    ...parts,
    title: title?.title ?? titleRow?.text ?? parts.info.version,
    subtitle: subtitle?.title ?? (title === undefined || own?.text === title.title ? null : (own?.text ?? null)),
    language: reading.language,
    timeZone: readTimeZone(reading, { info: parts.info, document: parts.document, stages, said: said.zone }),
    sections: owned.sections,
    stages,
    gates: deriveGates({ stages, sections: owned.sections, roles, manager, checksAt }),
    checks,
    triggers,
    roles,
    manager,
    rollbackers: rollbackersOf({ stages, roles, manager }),
    approvals,
    bindings,
  };
  reportGaps(reading, document, plan);
  return plan;
}
