import { freshId } from "@/lib/domain/plan/edit-rows";
import type {
  Followup,
  Plan,
  Playbook,
  PlaybookStep,
  RollbackProcedure,
  RollbackStep,
  RollbackTrigger,
} from "@/lib/domain/plan/plan";
import { code, type Field, maybeNumber, roles, text, texts } from "../field-spec";
import { fieldGroup, rowList } from "../row-list";
import { matchers } from "./matchers-part";
import { optional } from "./optional";
import { titled, together } from "./together";

const NOWHERE = { from: 0, to: 0 };
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
const minutes = { unit: "min", least: 0, most: 100_000 };

const level: Field<RollbackTrigger> = {
  kind: "choice",
  key: "level",
  size: "narrow",
  options: ["P0", "P1"],
  read: (trigger) => trigger.level,
  write: (trigger, value) => ({ ...trigger, level: value === "P0" ? "P0" : "P1" }),
};

export const triggers = rowList<Plan, RollbackTrigger>({
  key: "triggers",
  labelHidden: true,
  read: (plan) => plan.triggers,
  write: (plan, rows) => ({ ...plan, triggers: rows }),
  blank: (plan) => ({
    ...{ id: freshId("trigger", idsOf(plan.triggers)), level: "P1", text: "", check: null, lines: NOWHERE },
  }),
  fields: [level, text("text", { required: true })],
});

const rollbackSteps = rowList<RollbackProcedure, RollbackStep>({
  key: "rollbackSteps",
  read: (procedure) => procedure.steps,
  write: (procedure, rows) => ({ ...procedure, steps: rows }),
  blank: (plan, procedure) => {
    const id = freshId("rollback-step", idsOf(procedure.steps));
    return { id, name: "", commands: "", owners: procedure.steps.at(-1)?.owners ?? [plan.manager], lines: NOWHERE };
  },
  fields: [text("name", { required: true }), roles(), code("commands")],
});

export const rollback = optional<RollbackProcedure>({
  key: "rollback",
  read: (plan) => plan.rollback,
  write: (plan, value) => ({ ...plan, rollback: value }),
  blank: () => ({ targetMin: null, block: null, steps: [], lines: NOWHERE }),
  editor: together([
    fieldGroup<RollbackProcedure>([maybeNumber("targetMin", minutes)]),
    titled("rollbackSteps", rollbackSteps),
  ]),
});

export const followups = rowList<Plan, Followup>({
  key: "followups",
  read: (plan) => plan.followups,
  write: (plan, rows) => ({ ...plan, followups: rows }),
  blank: (plan) => {
    const id = freshId("followup", idsOf(plan.followups));
    return { id, name: "", dueMin: null, dueText: "", tasks: [], lines: NOWHERE };
  },
  fields: [text("name", { required: true }), text("dueText", { size: "medium" }), texts("tasks")],
});

const playbookSteps = rowList<Playbook, PlaybookStep>({
  key: "playbookSteps",
  labelHidden: true,
  read: (book) => book.steps,
  write: (book, rows) => ({ ...book, steps: rows }),
  blank: (plan) => {
    const taken = plan.playbooks.flatMap((book) => idsOf(book.steps));
    return { id: freshId("playbook-step", taken), name: "", commands: "", lines: NOWHERE };
  },
  fields: [text("name", { required: true }), code("commands")],
});

export const playbooks = rowList<Plan, Playbook>({
  key: "playbooks",
  read: (plan) => plan.playbooks,
  write: (plan, rows) => ({ ...plan, playbooks: rows }),
  blank: (plan) => {
    const id = freshId("playbook", idsOf(plan.playbooks));
    return { id, name: "", symptom: "", steps: [], block: null, recoveryMin: null, lines: NOWHERE };
  },
  fields: [
    text("name", { required: true }),
    maybeNumber("recoveryMin", minutes),
    text("symptom", { size: "full" }, "long"),
  ],
  inner: together([titled("matchers", matchers), titled("playbookSteps", playbookSteps)]),
});
