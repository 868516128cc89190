import type { RoleId } from "./ids";
import { type Measure, queriesOf } from "./measure";
import type { Lines, Plan } from "./plan";

export type PlanPart =
  | "info"
  | "goal"
  | "canary"
  | "blueGreen"
  | "section"
  | "item"
  | "stage"
  | "gate"
  | "step"
  | "check"
  | "trigger"
  | "rollback"
  | "followup"
  | "playbook"
  | "window"
  | "criterion"
  | "review"
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
};

const minutes = (value: number | null) => (value === null ? "" : `${value} min`);
const percent = (value: number | null) => (value === null ? "" : `${value} %`);

function roleWords(plan: Plan, roles: RoleId[]): string {
  const nameOf = (id: RoleId) => plan.roles.find((role) => role.id === id)?.name ?? id.slice("role:".length);
  return roles.map(nameOf).join(" · ");
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
    };
    return { part: "stage", place: stage.id, name: stage.name, fields, lines: stage.lines };
  });
  const sections = plan.sections.flatMap((section): PlanRow[] => [
    {
      part: "section",
      place: section.id,
      name: section.name,
      fields: { owners: roleWords(plan, section.owners) },
      lines: section.lines,
    },
    ...section.items.map(
      ({ id, text, lines }): PlanRow => ({
        part: "item",
        place: id,
        name: text,
        fields: { section: section.name },
        lines,
      }),
    ),
  ]);
  const steps = plan.stepGroups.flatMap((group) =>
    group.steps.map(({ id, name, commands, lines }): PlanRow => {
      return { part: "step", place: id, name, fields: { group: group.name, commands }, lines };
    }),
  );
  return [...sections, ...stages, ...steps];
}

function strategyRows(plan: Plan): PlanRow[] {
  const info = plan.info.rows.map(({ label, text, lines }): PlanRow => {
    return { part: "info", place: label, name: label, fields: { text }, lines };
  });
  const goals = plan.goals.flatMap((group) =>
    group.goals.map(({ text, lines }, index): PlanRow => {
      return { part: "goal", place: `${group.name} ${index}`, name: text, fields: { group: group.name }, lines };
    }),
  );
  const canary = plan.canary.map((stage): PlanRow => {
    const pods = `${stage.pods.new ?? "–"} / ${stage.pods.old ?? "–"}`;
    const watch = stage.watch.map(({ text }) => text).join(" · ");
    const decisions = stage.decisions.map(({ text }) => text).join(" · ");
    const fields = { share: percent(stage.share), soak: minutes(stage.soakMin), pods, watch, decisions };
    return { part: "canary", place: String(stage.order), name: stage.name, fields, lines: stage.lines };
  });
  return [...info, ...goals, ...canary, ...blueGreenRows(plan)];
}

function blueGreenRows({ blueGreen }: Plan): PlanRow[] {
  if (blueGreen === null) return [];
  const { before, switch: change, rollback, rollbackWithinMin, lines } = blueGreen;
  const fields = { before: before?.text ?? "", switch: change?.text ?? "", back: rollback?.text ?? "" };
  return [
    { part: "blueGreen", place: "0", name: "", fields: { ...fields, within: minutes(rollbackWithinMin) }, lines },
  ];
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
  return plan.checks
    .filter(({ measure }) => measure !== null)
    .map(({ id, text, measure, lines }) => {
      return { part: "check", place: id, name: text, fields: { measure: measureText(measure) }, lines };
    });
}

/** Gates follow from the timeline; who votes, what they wait for and what their time is may have been said by hand. */
function gateRows(plan: Plan): PlanRow[] {
  return plan.gates.map(({ id, before, voters, checks, timeout, lapseMin, fourEyes }): PlanRow => {
    const stage = before.kind === "stage" ? plan.stages.find((one) => one.id === before.stage) : undefined;
    const fields = {
      voters: roleWords(plan, voters),
      checks: checks.map((check) => plan.checks.find(({ id: one }) => one === check)?.text ?? check).join(" · "),
      waits: minutes(timeout.afterMin),
      outcome: timeout.outcome,
      lapse: minutes(lapseMin),
      fourEyes: fourEyes ? "✓" : "",
    };
    return { part: "gate", place: id, name: stage?.name ?? plan.info.version, fields, lines: { from: 0, to: 0 } };
  });
}

function safetyRows(plan: Plan): PlanRow[] {
  const triggers = plan.triggers.map(({ id, level, text, lines }): PlanRow => {
    return { part: "trigger", place: id, name: text, fields: { level }, lines };
  });
  const rollback = (plan.rollback?.steps ?? []).map(({ id, name, commands, lines }): PlanRow => {
    return { part: "rollback", place: id, name, fields: { commands }, lines };
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
      fields: { symptom: book.symptom, recovery: minutes(book.recoveryMin) },
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

function afterwardsRows(plan: Plan): PlanRow[] {
  const windows = plan.windows.map(({ id, text, focus, ownersText, lines }): PlanRow => {
    return { part: "window", place: id, name: text, fields: { focus: focus.join(" · "), owners: ownersText }, lines };
  });
  const criteria = plan.criteria.map(({ id, group, text, lines }): PlanRow => {
    return { part: "criterion", place: id, name: text, fields: { group }, lines };
  });
  const agenda = (plan.review?.agenda ?? []).map(({ name, minutes: length, topics, lines }, index): PlanRow => {
    const fields = { duration: minutes(length), topics: topics.map(({ text }) => text).join(" · ") };
    return { part: "review", place: String(index), name, fields, lines };
  });
  return [...windows, ...criteria, ...agenda];
}

function peopleRows(plan: Plan): PlanRow[] {
  const contacts = plan.contacts.map(({ role, person, phone, email, lines }): PlanRow => {
    const name = roleWords(plan, [role]);
    return { part: "person", place: role, name, fields: { person, phone: phone ?? "", email: email ?? "" }, lines };
  });
  const channels = plan.channels.map(({ name, address, lines }): PlanRow => {
    return { part: "channel", place: name, name, fields: { address }, lines };
  });
  const approvals = plan.approvals.map(({ role, lines }): PlanRow => {
    return { part: "approval", place: role, name: roleWords(plan, [role]), fields: {}, lines };
  });
  return [...contacts, ...channels, ...approvals];
}

/** Everything that a plan says, as rows in the order of the document's parts. */
export function planRows(plan: Plan): PlanRow[] {
  return [
    ...strategyRows(plan),
    ...workRows(plan),
    ...gateRows(plan),
    ...safetyRows(plan),
    ...afterwardsRows(plan),
    ...peopleRows(plan),
  ];
}
