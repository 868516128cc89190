import { z } from "zod";
import type { PersonCommand, PersonCommandType } from "@/lib/domain/release/commands";
import { FAULTS } from "@/lib/domain/release/fault";
import type { Answer } from "./answer";
import { filledText, id, instantMs, link, PLAN_IDS, REASON_MAX, SCRIPT_MAX, text } from "./text";

const acting = { as: PLAN_IDS.role.optional() };
const expectedSeq = z.int().min(0);
const round = z.int().min(1);
const gate = { gate: PLAN_IDS.gate, round };
const stage = PLAN_IDS.stage;
const step = { step: PLAN_IDS.step, stage: stage.optional() };
// Spelled apart: an object literal with a `then` looks like a promise to linters and readers alike.
const THEN = "then";
// An empty reason is understood and then refused by the rules, which know what the reason is needed for.
const reason = text(REASON_MAX);
const maybeReason = reason.optional();
const person = z.object({ id, name: text(200) });
const evidence = z.object({ text: text(REASON_MAX).optional(), link: link.optional() }).optional();

function command<Type extends PersonCommandType, Shape extends z.ZodRawShape>(type: Type, shape: Shape) {
  return z.object({ type: z.literal(type), ...acting, ...shape });
}

/** One schema a command; the compiler asks for every command, and for the very payload that the domain takes. */
export const COMMAND_SCHEMAS = {
  "role.assign": command("role.assign", {
    role: PLAN_IDS.role,
    person: person.nullable(),
    substitutes: z.array(person).max(20).optional(),
  }),
  "item.sign": command("item.sign", { item: PLAN_IDS.item, evidence, onBehalf: z.boolean().optional() }),
  "item.revoke": command("item.revoke", { item: PLAN_IDS.item, reason }),
  "item.waive": command("item.waive", { item: PLAN_IDS.item, reason }),
  "release.start": command("release.start", { expectedSeq, override: reason.optional() }),
  "release.hold": command("release.hold", { reason: maybeReason }),
  "release.resume": command("release.resume", { expectedSeq }),
  "release.cancel": command("release.cancel", { reason }),
  "stage.start": command("stage.start", { stage, expectedSeq }),
  "stage.retry": command("stage.retry", { stage, expectedSeq }),
  "stage.stop": command("stage.stop", { stage, reason: maybeReason }),
  "stage.complete": command("stage.complete", { stage, expectedSeq }),
  "stage.fail": command("stage.fail", { stage, reason }),
  "stage.skip": command("stage.skip", { stage, reason }),
  "step.start": command("step.start", step),
  "step.retry": command("step.retry", step),
  "step.skip": command("step.skip", { ...step, reason }),
  "step.complete": command("step.complete", { ...step, evidence }),
  "step.fail": command("step.fail", { ...step, reason }),
  "step.resolve": command("step.resolve", { ...step, outcome: z.enum(["done", "failed"]), reason }),
  "gate.vote": command("gate.vote", {
    ...gate,
    vote: z.enum(["go", "no_go"]),
    reason: maybeReason,
    expectedSeq: expectedSeq.optional(),
  }),
  "gate.withdraw": command("gate.withdraw", gate),
  "gate.decide": command("gate.decide", {
    ...gate,
    decision: z.enum(["go", "no_go"]),
    [THEN]: z.enum(["hold", "rollback"]).optional(),
    reason: maybeReason,
    expectedSeq: expectedSeq.optional(),
  }),
  "gate.override": command("gate.override", { ...gate, expectedSeq, reason }),
  "gate.confirm": command("gate.confirm", { ...gate, expectedSeq: expectedSeq.optional() }),
  "gate.reopen": command("gate.reopen", { gate: PLAN_IDS.gate }),
  "step.run": command("step.run", { step: PLAN_IDS.step, stage: PLAN_IDS.stage.optional() }),
  "job.cancel": command("job.cancel", { job: z.templateLiteral(["job:", z.int().positive()]), reason: maybeReason }),
  "traffic.shift": command("traffic.shift", { share: z.number().min(0).max(100) }),
  "rollback.run": command("rollback.run", { step: PLAN_IDS.rollbackStep }),
  "rollback.traffic": command("rollback.traffic", {}),
  "traffic.confirm": command("traffic.confirm", { share: z.number().min(0).max(100) }),
  "rollback.start": command("rollback.start", { reason: maybeReason, trigger: PLAN_IDS.trigger.optional() }),
  "rollback.schedule": command("rollback.schedule", { at: instantMs, reason }),
  "rollback.unschedule": command("rollback.unschedule", {}),
  "rollback.step": command("rollback.step", {
    step: PLAN_IDS.rollbackStep,
    outcome: z.enum(["done", "failed", "skipped"]),
    reason: maybeReason,
  }),
  "rollback.complete": command("rollback.complete", { failures: reason.optional() }),
  "rollback.arm": command("rollback.arm", {}),
  "rollback.disarm": command("rollback.disarm", { reason }),
  "rollback.drill": command("rollback.drill", { tookMs: z.int().min(0).max(86_400_000).optional() }),
  "trigger.dismiss": command("trigger.dismiss", { trigger: PLAN_IDS.trigger, reason }),
  "release.complete": command("release.complete", { expectedSeq }),
  "observation.complete": command("observation.complete", { window: PLAN_IDS.window, note: maybeReason }),
  "criterion.judge": command("criterion.judge", {
    criterion: PLAN_IDS.criterion,
    met: z.boolean(),
    evidence: text(REASON_MAX),
  }),
  "release.close": command("release.close", { reason: maybeReason }),
  "followup.complete": command("followup.complete", { followup: PLAN_IDS.followup, note: maybeReason }),
  "playbook.open": command("playbook.open", { playbook: PLAN_IDS.playbook }),
  "playbook.step": command("playbook.step", {
    playbook: PLAN_IDS.playbook,
    run: z.int().min(0),
    step: PLAN_IDS.playbookStep,
  }),
  "playbook.close": command("playbook.close", { playbook: PLAN_IDS.playbook, run: z.int().min(0), outcome: reason }),
  "playbook.dismiss": command("playbook.dismiss", { playbook: PLAN_IDS.playbook, reason }),
  "call.acknowledge": command("call.acknowledge", { call: PLAN_IDS.call }),
  "fault.inject": command("fault.inject", {
    fault: z.enum(FAULTS),
    percent: z.number().positive().max(100).optional(),
  }),
  "fault.clear": command("fault.clear", { fault: z.enum(FAULTS) }),
  "fault.script": command("fault.script", { text: text(SCRIPT_MAX), name: text(80).optional() }),
  "note.add": command("note.add", { text: filledText(REASON_MAX) }),
} satisfies { [Type in PersonCommandType]: z.ZodType<Extract<PersonCommand, { type: Type }>> };

function isCommandType(type: unknown): type is PersonCommandType {
  return typeof type === "string" && Object.hasOwn(COMMAND_SCHEMAS, type);
}

/** Takes whatever came in for a command of a person, or says what is wrong with it. Never throws. */
export function readPersonCommand(value: unknown): Answer<PersonCommand> {
  const type: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "type") : undefined;
  if (!isCommandType(type)) {
    const shown = typeof type === "string" ? type.slice(0, 60) : "";
    return { ok: false, refusal: { kind: "invalid", because: "unknown-command", facts: { type: shown } } };
  }
  const read = COMMAND_SCHEMAS[type].safeParse(value);
  if (read.success) return { ok: true, value: read.data };
  const [issue] = read.error.issues;
  const field = issue?.path.join(".") ?? "";
  const isMissingReason = field === "reason" && Reflect.get(Object(value), "reason") === undefined;
  if (isMissingReason)
    return { ok: false, refusal: { kind: "needs_reason", because: "reason-needed", facts: { type } } };
  return {
    ok: false,
    refusal: { kind: "invalid", because: "not-understood", facts: { field, problem: issue?.message ?? "" } },
  };
}

/** The key under which a command is carried out once: chosen by who asks, 8 to 200 visible ASCII characters. */
export const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{8,200}$/u);
