import type { BlueGreen } from "@/lib/domain/plan/blue-green";
import type { CanaryStage, CodeBlock, GoalGroup, LabelledText, Plan } from "@/lib/domain/plan/plan";
import { type Field, maybeNumber, maybeText, text, texts } from "../field-spec";
import { fieldGroup, rowList } from "../row-list";
import { optional } from "./optional";

const NOWHERE = { from: 0, to: 0 };

export const title = fieldGroup<Plan>([
  text("title", { required: true }),
  maybeText("subtitle", { size: "fill" }),
  text("timeZone", { size: "medium", problem: ({ timeZone }) => (isZone(timeZone) ? null : "zone") }),
]);

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return timeZone !== "";
  } catch {
    return false;
  }
}

const labelled = (key: "info" | "document") =>
  ({
    key,
    labelHidden: true,
    blank: (): LabelledText => ({ label: "", text: "", lines: NOWHERE }),
    fields: [
      text<LabelledText, "label">("label", { size: "medium", required: true }),
      text<LabelledText, "text">("text"),
    ],
  }) as const;

export const info = rowList<Plan, LabelledText>({
  ...labelled("info"),
  read: (plan) => plan.info.rows,
  write: (plan, rows) => ({ ...plan, info: { ...plan.info, rows } }),
});

export const documentFacts = rowList<Plan, LabelledText>({
  ...labelled("document"),
  read: (plan) => plan.document,
  write: (plan, document) => ({ ...plan, document }),
});

export const goals = rowList<Plan, GoalGroup>({
  key: "goals",
  read: (plan) => plan.goals,
  write: (plan, rows) => ({ ...plan, goals: rows }),
  blank: () => ({ name: "", goals: [], lines: NOWHERE }),
  fields: [text("name", { required: true }), texts("goals")],
});

const share: Field<CanaryStage> = {
  kind: "number",
  key: "share",
  unit: "%",
  size: "narrow",
  read: (stage) => stage.share,
  write: (stage, value) => ({ ...stage, share: value ?? 0 }),
  problem: (stage) => (stage.share < 0 || stage.share > 100 ? "range" : null),
};

const pods = (which: "new" | "old"): Field<CanaryStage> => ({
  kind: "number",
  key: which === "new" ? "podsNew" : "podsOld",
  unit: "",
  size: "narrow",
  read: (stage) => stage.pods[which],
  write: (stage, value) => ({ ...stage, pods: { ...stage.pods, [which]: value } }),
});

export const canary = rowList<Plan, CanaryStage>({
  key: "canary",
  read: (plan) => plan.canary,
  write: (plan, rows) => ({ ...plan, canary: rows }),
  blank: (plan) => {
    const last = plan.canary.at(-1);
    const versions = { newVersion: last?.newVersion ?? null, oldVersion: last?.oldVersion ?? null };
    const rest = { pods: { new: null, old: null }, watch: [], decisions: [], diagram: null, lines: NOWHERE };
    return { order: plan.canary.length + 1, name: "", share: 100, soakMin: 30, ...versions, ...rest };
  },
  fields: [
    text("name", { required: true }),
    share,
    maybeNumber("soakMin", { unit: "min", least: 0, most: 100_000 }),
    pods("new"),
    pods("old"),
    texts("watch"),
    texts("decisions"),
  ],
});

type Block = "before" | "switch" | "rollback";

const block = (which: Block): Field<BlueGreen> => ({
  kind: "code",
  key: which,
  size: "full",
  read: (plan) => plan[which]?.text ?? "",
  write: (plan, value) => {
    const kept: CodeBlock = plan[which] ?? { language: "bash", text: "", lines: NOWHERE };
    return { ...plan, [which]: value === "" ? null : { ...kept, text: value } };
  },
});

export const blueGreen = optional<BlueGreen>({
  key: "blueGreen",
  read: (plan) => plan.blueGreen,
  write: (plan, value) => ({ ...plan, blueGreen: value }),
  blank: () => ({ before: null, switch: null, rollback: null, rollbackWithinMin: null, lines: NOWHERE }),
  editor: fieldGroup<BlueGreen>([
    block("before"),
    block("switch"),
    block("rollback"),
    maybeNumber("rollbackWithinMin", { unit: "min", least: 0, most: 100_000 }),
  ]),
});
