import { afterwardsRows, peopleRows } from "./afterwards-rows";
import { bindingRows } from "./binding-rows";
import { type Measure, queriesOf } from "./measure";
import type { Lines, Plan } from "./plan";
import { mark, minutes, type PlanRow, percent, roleWords } from "./plan-row";
import type { PlaybookMatcher } from "./playbook-matcher";
import { strategyRows } from "./strategy-rows";

function groupWords({ stepGroups }: Plan, numbers: readonly number[]): string {
  return numbers.map((number) => stepGroups.find((group) => group.number === number)?.name ?? number).join(" · ");
}

function workRows(plan: Plan): PlanRow[] {
  const stages = plan.stages.map((stage): PlanRow => {
    const owners = roleWords(plan, stage.owners);
    const fields = {
      start: stage.startText,
      duration: minutes(stage.durationMin),
      owners,
      share: percent(stage.share),
      kind: stage.kind,
      label: stage.label,
      parallel: mark(stage.parallel),
      steps: groupWords(plan, stage.stepGroups),
    };
    return { part: "stage", place: stage.id, name: stage.name, fields, lines: stage.lines };
  });
  const sections = plan.sections.flatMap((section): PlanRow[] => [
    {
      part: "section",
      place: section.id,
      name: section.name,
      fields: { number: section.number ?? "", owners: roleWords(plan, section.owners) },
      lines: section.lines,
    },
    ...section.items.map(
      ({ id, text, owners = [], required, lines }): PlanRow => ({
        part: "item",
        place: id,
        name: text,
        fields: { section: section.name, owners: roleWords(plan, owners), optional: mark(!required) },
        lines,
      }),
    ),
  ]);
  const steps = plan.stepGroups.flatMap((group): PlanRow[] => [
    {
      part: "stepGroup",
      place: String(group.number),
      name: group.name,
      fields: { notes: group.notes.map(({ text }) => text).join(" · ") },
      lines: group.lines,
    },
    ...group.steps.map(({ id, name, commands, lines }): PlanRow => {
      return { part: "step", place: id, name, fields: { group: group.name, commands }, lines };
    }),
  ]);
  return [...sections, ...stages, ...steps];
}

/** A measure in one line: what is asked, and everything else that it was told. */
function measureText(measure: Measure | null): string {
  if (measure === null) return "";
  const asked = queriesOf(measure);
  const rest = Object.entries(measure).filter(([, value]) => !asked.includes(String(value)));
  const told = rest.map(([name, value]) => `${name} ${typeof value === "object" ? JSON.stringify(value) : value}`);
  return [...asked, told.join(", ")].join("\n");
}

/** Checks follow from the canary's metrics and the triggers: only what somebody has said about them is their own. */
function checkRows(plan: Plan): PlanRow[] {
  return plan.checks.map(({ id, text, measure, required, lines }) => {
    const fields = { measure: measureText(measure), optional: mark(!required) };
    return { part: "check", place: id, name: text, fields, lines, follows: measure === null };
  });
}

/** Gates follow from the timeline; who votes, what they wait for and what their time is may have been said by hand. */
function gateRows(plan: Plan): PlanRow[] {
  return plan.gates.map(({ id, before, voters, checks, timeout, lapseMin, fourEyes, drillWithinHours }): PlanRow => {
    const stage = before.kind === "stage" ? plan.stages.find((one) => one.id === before.stage) : undefined;
    const fields = {
      voters: roleWords(plan, voters),
      checks: checks.map((check) => plan.checks.find(({ id: one }) => one === check)?.text ?? check).join(" · "),
      waits: minutes(timeout.afterMin),
      outcome: timeout.outcome,
      lapse: minutes(lapseMin),
      fourEyes: mark(fourEyes),
      drill: drillWithinHours === undefined ? "" : `≤ ${drillWithinHours} h`,
    };
    return { part: "gate", place: id, name: stage?.name ?? plan.info.version, fields, lines: { from: 0, to: 0 } };
  });
}

function matcherText(plan: Plan, matcher: PlaybookMatcher): string {
  if (matcher.kind === "check") return plan.checks.find(({ id }) => id === matcher.check)?.name ?? matcher.check;
  return matcher.kind === "alert" ? matcher.name : `“${matcher.pattern}”`;
}

function safetyRows(plan: Plan): PlanRow[] {
  const triggers = plan.triggers.map(({ id, level, text, lines }): PlanRow => {
    return { part: "trigger", place: id, name: text, fields: { level }, lines };
  });
  const rollback = (plan.rollback?.steps ?? []).map(({ id, name, owners, commands, lines }): PlanRow => {
    return { part: "rollback", place: id, name, fields: { owners: roleWords(plan, owners), commands }, lines };
  });
  const followups = plan.followups.map(({ id, name, dueText, tasks, lines }): PlanRow => {
    const fields = { due: dueText, tasks: tasks.map(({ text }) => text).join(" · ") };
    return { part: "followup", place: id, name, fields, lines };
  });
  const playbooks = plan.playbooks.flatMap((book) => [
    {
      part: "playbook" as const,
      place: book.id,
      name: book.name,
      fields: {
        symptom: book.symptom,
        matchers: (book.matchers ?? []).map((matcher) => matcherText(plan, matcher)).join(" · "),
        recovery: minutes(book.recoveryMin),
      },
      lines: book.lines,
    },
    ...book.steps.map(({ id, name, commands, lines }): PlanRow => {
      return { part: "playbook", place: id, name: `${book.name} · ${name}`, fields: { commands }, lines };
    }),
  ]);
  const target = plan.rollback === null ? [] : [targetRow(plan.rollback.targetMin, plan.rollback.lines)];
  return [...checkRows(plan), ...triggers, ...target, ...rollback, ...followups, ...playbooks];
}

function targetRow(targetMin: number | null, lines: Lines): PlanRow {
  return { part: "rollback", place: "target", name: "", fields: { target: minutes(targetMin) }, lines };
}

/** Everything that a plan says, as rows in the order of the document's parts. */
export function planRows(plan: Plan): PlanRow[] {
  return [
    ...strategyRows(plan),
    ...workRows(plan),
    ...gateRows(plan),
    ...safetyRows(plan),
    ...bindingRows(plan),
    ...afterwardsRows(plan),
    ...peopleRows(plan),
  ];
}
