import { z } from "zod";
import { STAGE_KINDS } from "../domain/plan/plan";
import { isStorable, PLAN_IDS } from "./text";

export const words = z
  .string()
  .refine(isStorable, "must not contain U+0000 or half a character / 不能含 U+0000 或半个字符");
export const maybeWords = words.nullable().default(null);
const line = z.int().min(0).max(1_000_000);
export const lines = z
  .object({ from: line, to: line })
  .default({ from: 0, to: 0 })
  .describe(
    "Lines in the document that the plan was read from. On import they only say in which order the parts stand.",
  );
export const minutes = z.number().min(-100_000_000).max(100_000_000);
export const maybeMinutes = minutes.nullable().default(null);
const share = z.number().min(0).max(100);
const count = z.int().min(0).max(2_147_483_647);
function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The zone of every time in a plan. */
export const timeZone = z
  .string()
  .min(1)
  .refine(isZone, "is no time zone / 不是时区名")
  .describe("IANA name, e.g. Asia/Shanghai");

const localTime = z
  .string()
  .regex(
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/,
    "must be YYYY-MM-DDTHH:mm / 必须写作 YYYY-MM-DDTHH:mm",
  );
export const roles = z.array(PLAN_IDS.role).default([]);
const section = z.templateLiteral(["section:", z.string().min(1).max(200)]).refine(isStorable);
export const check = z.templateLiteral(["check:", z.string().min(1).max(200)]).refine(isStorable);

const text = z.strictObject({ text: words, lines });
export const texts = z.array(text).default([]);
export const labelled = z.array(z.strictObject({ label: words, text: words, lines })).default([]);
const block = z.strictObject({ language: words.default(""), text: words, lines });
export const maybeBlock = block.nullable().default(null);

/** Parts of one kind; none where they are left out. */
export function list<Part extends z.ZodType>(part: Part) {
  return z.array(part).default([]);
}

/** What a release is called, when it runs and whether it can be taken back. */
export const info = z.strictObject({
  version: words.default(""),
  window: z.strictObject({ start: localTime, end: localTime }).nullable().default(null),
  windowMin: maybeMinutes,
  type: maybeWords,
  scope: maybeWords,
  rollbackable: z.strictObject({ possible: z.boolean(), withinMin: maybeMinutes }).nullable().default(null),
  downtime: z.strictObject({ text: words, minutes: maybeMinutes }).nullable().default(null),
  rows: labelled,
  lines,
});

export const canaryStage = z.strictObject({
  order: count,
  name: words,
  share,
  soakMin: maybeMinutes,
  pods: z.strictObject({ new: maybeMinutes, old: maybeMinutes }).default({ new: null, old: null }),
  newVersion: maybeWords,
  oldVersion: maybeWords,
  watch: texts,
  decisions: texts,
  diagram: maybeBlock,
  lines,
});

export const blueGreen = z.strictObject({
  before: maybeBlock,
  switch: maybeBlock,
  rollback: maybeBlock,
  rollbackWithinMin: maybeMinutes,
  lines,
});

export const checklistSection = z.strictObject({
  id: section,
  number: maybeWords,
  name: words,
  owners: roles,
  ownersProposed: z.boolean().default(false),
  items: list(
    z.strictObject({
      id: PLAN_IDS.item,
      text: words,
      owners: z
        .array(PLAN_IDS.role)
        .min(1)
        .exactOptional()
        .describe("Who signs this item; left out: the owners of the section."),
      required: z.boolean().default(true),
      lines,
    }),
  ),
  lines,
});

export const stage = z.strictObject({
  id: PLAN_IDS.stage,
  order: count,
  label: words.default(""),
  name: words,
  kind: z.enum(STAGE_KINDS),
  owners: roles,
  startMin: minutes,
  startText: words.default(""),
  durationMin: maybeMinutes,
  share: share.nullable().default(null),
  parallel: z.boolean().default(false),
  stepGroups: list(count),
  lines,
});

export const stepGroup = z.strictObject({
  number: count,
  name: words,
  blocks: list(block),
  steps: list(
    z.strictObject({ id: PLAN_IDS.step, name: words, commands: words.default(""), language: words.default(""), lines }),
  ),
  notes: texts,
  lines,
});

export const gate = z.strictObject({
  id: PLAN_IDS.gate,
  order: count,
  before: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("stage"), stage: PLAN_IDS.stage, share: share.nullable() }),
    z.strictObject({ kind: z.literal("completion") }),
  ]),
  after: PLAN_IDS.stage.nullable(),
  voters: roles,
  fourEyes: z.boolean().default(false),
  timeout: z
    .strictObject({ afterMin: count, outcome: z.enum(["stay", "hold"]) })
    .default({ afterMin: 30, outcome: "stay" }),
  lapseMin: count.default(30),
  checks: list(check),
  drillWithinHours: z
    .number()
    .positive()
    .max(8760)
    .exactOptional()
    .describe("The rollback was drilled within so many hours; left out: no drill is asked for."),
});
