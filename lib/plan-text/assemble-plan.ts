import { deriveChecks } from "@/lib/domain/plan/derive-checks";
import { deriveGates, rollbackersOf } from "@/lib/domain/plan/derive-gates";
import type { Plan, ReleaseInfo, Stage, StepGroup } from "@/lib/domain/plan/plan";
import { bindSteps } from "./bind-steps";
import { readDocumentFacts } from "./document-facts";
import { findTables, firstTable, informationPart } from "./document-tables";
import { finding } from "./findings";
import { readManager } from "./manager";
import { type Section, withDescendants } from "./markdown/outline";
import { listNotUnderstood } from "./not-understood";
import { readCriteria, readWindows } from "./readers/aftercare";
import { readBlueGreen } from "./readers/blue-green";
import { readCanary } from "./readers/canary";
import { readChecklist } from "./readers/checklist";
import { readGoals } from "./readers/goals";
import { readInformation } from "./readers/information";
import { readApprovals, readChannels, readContacts } from "./readers/people";
import { readPlaybooks } from "./readers/playbooks";
import { readReview } from "./readers/review";
import { readFollowups, readProcedure } from "./readers/rollback";
import { readStepGroups } from "./readers/steps";
import { readTimeline } from "./readers/timeline";
import { readTriggers } from "./readers/triggers";
import type { Reading } from "./reading";
import { proposeOwners } from "./section-owners";
import { readTimeZone } from "./time-zone";
import { mapTopics, type TopicMap, titleSections } from "./topics";
import { OWNING_TOPICS } from "./words/topics";

/** What stands in the document, before anything is derived from it. Contacts come first: they name the roles. */
function readParts(reading: Reading, document: Section, topics: TopicMap) {
  const tables = findTables(reading, document, topics);
  const table = (kind: "contacts" | "info" | "timeline" | "windows") => firstTable(reading, tables, kind);
  const roster = table("contacts");
  const contacts = roster === null ? [] : readContacts(reading, roster);
  const part = informationPart(reading, table("info"), topics.sections("info"));
  const sections = withDescendants(document);
  const open = sections.filter((section) => !OWNING_TOPICS.has(topics.topicOf(section) ?? "info"));
  const head = readDocumentFacts(reading, open);
  const info = readInformation(part, head);
  const timeline = table("timeline");
  const windows = table("windows");
  return {
    contacts,
    info,
    stages: timeline === null ? [] : readTimeline(reading, timeline, startOfWindow(info)),
    goals: readGoals(reading, topics.sections("goals")),
    canary: readCanary(reading, topics.sections("canary")),
    blueGreen: readBlueGreen(reading, topics.sections("blue-green")),
    sections: readChecklist(reading, topics.sections("checklist")),
    stepGroups: readStepGroups(reading, topics.sections("steps")),
    triggers: readTriggers(reading, topics.sections("triggers")),
    rollback: readProcedure(reading, topics.sections("procedure")),
    followups: readFollowups(reading, topics.sections("followups")),
    playbooks: readPlaybooks(reading, topics.sections("playbooks")),
    windows: windows === null ? [] : readWindows(reading, windows),
    criteria: readCriteria(reading, topics.sections("criteria")),
    review: readReview(reading, topics.sections("review")),
    channels: readChannels(reading, [...topics.sections("channels"), ...topics.sections("contacts")]),
    document: [...head, ...readDocumentFacts(reading, sections)],
  };
}

function startOfWindow(info: ReleaseInfo): number | null {
  const [hour, minute] = info.window?.start.slice(11).split(":").map(Number) ?? [];
  return hour === undefined || minute === undefined ? null : hour * 60 + minute;
}

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

/** The plan of an outlined document; null when it has neither timeline nor checklist. Findings go into `reading`. */
export function assemblePlan(reading: Reading, document: Section): Plan | null {
  const topics = mapTopics(document);
  const parts = readParts(reading, document, topics);
  reading.findings.push(...listNotUnderstood(reading, document, topics));
  if (parts.stages.length === 0 && parts.sections.length === 0) {
    reading.findings.push(finding("not-a-plan", { from: 1, to: reading.lines.length }));
    return null;
  }
  const manager = readManager(reading, parts.document, parts.contacts);
  const approvals = readApprovals(reading, parts.document);
  const roles = reading.roles.all();
  const owned = proposeOwners(parts.sections, roles, manager);
  reading.findings.push(...owned.findings);
  const { checks, triggers, checksAt } = deriveChecks(parts.canary, parts.triggers);
  const stages = bind(reading, parts.stages, parts.stepGroups);
  const [title, subtitle] = titleSections(document);
  const plan: Plan = {
    ...parts,
    title: title?.title ?? parts.info.version,
    subtitle: subtitle?.title ?? null,
    language: reading.language,
    timeZone: readTimeZone(reading, parts.info, parts.document, stages),
    sections: owned.sections,
    stages,
    gates: deriveGates({ stages, sections: owned.sections, roles, manager, checksAt }),
    checks,
    triggers,
    roles,
    manager,
    rollbackers: rollbackersOf({ stages, roles, manager }),
    approvals,
  };
  reportGaps(reading, document, plan);
  return plan;
}
