import { z } from "zod";
import { PATTERN_MAX } from "../domain/plan/output-pattern";
import { MATCHERS_MAX } from "../domain/plan/playbook-matcher";
import type { GivenPlan } from "../plan-text/complete-plan";
import { Measure } from "./measure";
import {
  blueGreen,
  canaryStage,
  check,
  checklistSection,
  gate,
  info,
  labelled,
  lines,
  list,
  maybeBlock,
  maybeMinutes,
  maybeWords,
  minutes,
  roles,
  stage,
  stepGroup,
  texts,
  timeZone,
  words,
} from "./plan-document-parts";
import { PLAN_IDS } from "./text";

/** The name of the exchange format; another number is another shape. */
export const PLAN_FORMAT = "holdpoint-plan/1";

/** Where the schema of the format is served. */
export const PLAN_SCHEMA_PATH = "/api/v1/plan.schema.json";

/** Where it is left out, it is made of the other parts, as for a document in words. */
function derived<Part extends z.ZodType>(part: Part) {
  return z
    .array(part)
    .optional()
    .describe("Left out: made of the other parts of the plan, as for a document in words.");
}

const matchers = z
  .array(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("check"), check }),
      z.strictObject({ kind: z.literal("alert"), name: words.min(1).max(PATTERN_MAX) }),
      z.strictObject({ kind: z.literal("output"), pattern: words.min(3).max(PATTERN_MAX) }),
    ]),
  )
  .max(MATCHERS_MAX)
  .describe("What raises the playbook. Left out: the error message that its symptom quotes, the check that it names.");

const safety = {
  checks: derived(
    z.strictObject({
      id: check,
      name: words,
      text: words,
      measure: Measure.nullable().default(null),
      required: z.boolean().default(true),
      lines,
    }),
  ),
  triggers: list(
    z.strictObject({
      id: PLAN_IDS.trigger,
      level: z.enum(["P0", "P1"]),
      text: words,
      check: check.nullable().default(null),
      lines,
    }),
  ),
  rollback: z
    .object({
      targetMin: maybeMinutes,
      block: maybeBlock,
      steps: list(
        z.strictObject({ id: PLAN_IDS.rollbackStep, name: words, commands: words.default(""), owners: roles, lines }),
      ),
      lines,
    })
    .nullable()
    .default(null),
  followups: list(
    z.strictObject({
      id: PLAN_IDS.followup,
      name: words,
      dueMin: maybeMinutes,
      dueText: words.default(""),
      tasks: texts,
      lines,
    }),
  ),
  playbooks: list(
    z.strictObject({
      id: PLAN_IDS.playbook,
      name: words,
      symptom: words.default(""),
      matchers: matchers.exactOptional(),
      steps: list(z.strictObject({ id: PLAN_IDS.playbookStep, name: words, commands: words.default(""), lines })),
      block: maybeBlock,
      recoveryMin: maybeMinutes,
      lines,
    }),
  ),
};

const aftercare = {
  windows: list(
    z.strictObject({
      id: PLAN_IDS.window,
      text: words,
      fromMin: minutes,
      toMin: minutes,
      focus: list(words),
      owners: roles,
      ownersText: words.default(""),
      lines,
    }),
  ),
  criteria: list(
    z.strictObject({
      id: PLAN_IDS.criterion,
      group: words.default(""),
      text: words,
      ticked: z.boolean().default(false),
      lines,
    }),
  ),
  review: z
    .object({
      whenText: maybeWords,
      whoText: maybeWords,
      agenda: list(z.strictObject({ name: words, minutes: maybeMinutes, topics: texts, lines })),
      output: maybeWords,
      lines,
    })
    .nullable()
    .default(null),
};

const bindingTarget = z.union([
  z.strictObject({ kind: z.literal("step"), step: PLAN_IDS.step }),
  z.strictObject({ kind: z.literal("rollback_step"), step: PLAN_IDS.rollbackStep }),
  z.strictObject({ kind: z.enum(["traffic", "drill"]) }),
]);
/** A named action of a runner's own host, or the step's own commands. */
const boundWork = z.union([
  z.strictObject({ kind: z.literal("action"), name: words, arguments: z.record(z.string(), z.string()).default({}) }),
  z.strictObject({ kind: z.literal("script") }),
]);

const people = {
  roles: derived(z.strictObject({ id: PLAN_IDS.role, name: words, spellings: list(words) })),
  manager: PLAN_IDS.role.default("role:release-manager"),
  rollbackers: derived(PLAN_IDS.role),
  contacts: list(
    z.strictObject({ role: PLAN_IDS.role, person: words.default(""), phone: maybeWords, email: maybeWords, lines }),
  ),
  channels: list(z.strictObject({ kind: z.enum(["chat", "call", "other"]), name: words, address: words, lines })),
  approvals: list(z.strictObject({ role: PLAN_IDS.role, lines })),
  bindings: list(z.strictObject({ target: bindingTarget, work: boundWork, labels: z.array(words), lines })),
};

/** A plan as data: everything that a version holds. What is left out is empty. */
const Plan = z.strictObject({
  title: words,
  subtitle: maybeWords,
  language: z.enum(["zh", "en"]),
  timeZone,
  document: labelled,
  info: info.default({
    version: "",
    window: null,
    windowMin: null,
    type: null,
    scope: null,
    rollbackable: null,
    downtime: null,
    rows: [],
    lines: { from: 0, to: 0 },
  }),
  goals: list(z.strictObject({ name: words, goals: texts, lines })),
  canary: list(canaryStage),
  blueGreen: blueGreen.nullable().default(null),
  sections: list(checklistSection),
  stages: list(stage),
  stepGroups: list(stepGroup),
  gates: derived(gate),
  ...safety,
  ...aftercare,
  ...people,
}) satisfies z.ZodType<GivenPlan>;

/** The exchange format: `holdpoint-plan/1`, as JSON or as YAML. */
export const PlanDocument = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(PLAN_FORMAT),
  plan: Plan,
});
export type PlanDocument = z.output<typeof PlanDocument>;

/** The JSON schema of the format, made of what imports are read with. */
export function planSchema(serverUrl: string): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(PlanDocument, { io: "input" });
  const $id = `${serverUrl}${PLAN_SCHEMA_PATH}`;
  return { $schema, $id, title: "Holdpoint plan", ...schema };
}
