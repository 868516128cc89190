import { freshId } from "@/lib/domain/plan/edit-rows";
import {
  type ChecklistItem,
  type ChecklistSection,
  type Plan,
  STAGE_KINDS,
  type Stage,
  type Step,
  type StepGroup,
} from "@/lib/domain/plan/plan";
import { minutesAfterStart } from "@/lib/domain/plan/plan-clock";
import { code, type Field, flag, maybeNumber, maybeText, roles, text, texts } from "../field-spec";
import { rowList } from "../row-list";

const NOWHERE = { from: 0, to: 0 };

/** Whoever signs one item instead of the section's owners. */
const itemOwners: Field<ChecklistItem> = {
  kind: "roles",
  key: "owners",
  unset: "itemOwners",
  size: "fit",
  read: (item) => item.owners ?? [],
  write: ({ owners: _before, ...item }, owners) => (owners.length === 0 ? item : { ...item, owners }),
};

const items = rowList<ChecklistSection, ChecklistItem>({
  key: "items",
  labelHidden: true,
  read: (section) => section.items,
  write: (section, rows) => ({ ...section, items: rows }),
  blank: (plan) => {
    const taken = plan.sections.flatMap((section) => section.items.map(({ id }) => id));
    return { id: freshId("item", taken), text: "", required: true, lines: NOWHERE };
  },
  fields: [text("text", { required: true }), itemOwners, flag("required")],
});

const sectionOwners: Field<ChecklistSection> = {
  kind: "roles",
  key: "owners",
  size: "fit",
  read: (section) => section.owners,
  write: (section, owners) => ({ ...section, owners, ownersProposed: false }),
};

export const checklist = rowList<Plan, ChecklistSection>({
  key: "sections",
  read: (plan) => plan.sections,
  write: (plan, sections) => ({ ...plan, sections }),
  blank: (plan) => {
    const id = freshId(
      "section",
      plan.sections.map((section) => section.id),
    );
    return { id, number: null, name: "", owners: [], ownersProposed: false, items: [], lines: NOWHERE };
  },
  fields: [maybeText("number", { size: "narrow" }), text("name", { required: true }), sectionOwners],
  inner: items,
});

const startText: Field<Stage> = {
  kind: "text",
  key: "startText",
  size: "narrow",
  read: (stage) => stage.startText,
  write: (stage, startText, plan) => {
    const startMin = minutesAfterStart(startText, plan.info.window?.start ?? null);
    return { ...stage, startText, startMin: startMin ?? stage.startMin };
  },
  problem: (stage, plan) => {
    return minutesAfterStart(stage.startText, plan.info.window?.start ?? null) === null && stage.lines.from === 0
      ? "clock"
      : null;
  },
};

const kind: Field<Stage> = {
  kind: "choice",
  key: "kind",
  size: "small",
  options: STAGE_KINDS,
  read: (stage) => stage.kind,
  write: (stage, value) => ({ ...stage, kind: STAGE_KINDS.find((one) => one === value) ?? stage.kind }),
};

const groups: Field<Stage> = {
  kind: "groups",
  key: "stepGroups",
  size: "fit",
  read: (stage) => stage.stepGroups,
  write: (stage, stepGroups) => ({ ...stage, stepGroups }),
};

export const timeline = rowList<Plan, Stage>({
  key: "stages",
  read: (plan) => plan.stages,
  write: (plan, stages) => ({ ...plan, stages }),
  blank: (plan) => {
    const id = freshId(
      "stage",
      plan.stages.map((stage) => stage.id),
    );
    const last = plan.stages.at(-1);
    const order = plan.stages.length + 1;
    const startMin = (last?.startMin ?? 0) + (last?.durationMin ?? 0);
    const rest = { share: null, parallel: false, stepGroups: [], lines: NOWHERE };
    return {
      id,
      order,
      label: "",
      name: "",
      kind: "other",
      owners: [],
      startMin,
      startText: "",
      durationMin: 10,
      ...rest,
    };
  },
  fields: [
    startText,
    text("label", { size: "small" }),
    text("name", { required: true }),
    kind,
    maybeNumber("durationMin", { unit: "min", least: 0, most: 100_000 }),
    maybeNumber("share", { unit: "%", least: 0, most: 100 }),
    roles(),
    groups,
    flag("parallel"),
  ],
});

const stepRows = rowList<StepGroup, Step>({
  key: "steps",
  labelHidden: true,
  read: (group) => group.steps,
  write: (group, steps) => ({ ...group, steps }),
  blank: (plan) => {
    const taken = plan.stepGroups.flatMap((group) => group.steps.map(({ id }) => id));
    return { id: freshId("step", taken), name: "", commands: "", language: "bash", lines: NOWHERE };
  },
  fields: [text("name", { required: true }), code("commands")],
});

export const steps = rowList<Plan, StepGroup>({
  key: "stepGroups",
  read: (plan) => plan.stepGroups,
  write: (plan, stepGroups) => ({ ...plan, stepGroups }),
  blank: (plan) => {
    const number = Math.max(0, ...plan.stepGroups.map((group) => group.number)) + 1;
    return { number, name: "", blocks: [], steps: [], notes: [], lines: NOWHERE };
  },
  fields: [text("name", { required: true }), texts("notes")],
  inner: stepRows,
});
