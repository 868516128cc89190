import type { GateId, RoleId, StageId } from "../plan/ids";
import type { Gate, Plan } from "../plan/plan";
import type { ActorRecord } from "./actor";
import type { CallId } from "./call";
import { faultWords } from "./describe-fault";
import type { EventBody, ReleaseEvent } from "./events";
import type { PayloadOf } from "./fold";
import type { JobPurpose } from "./job";
import type { Phrase } from "./phrase";
import type { Refusal } from "./refusal";
import type { PlaybookCause } from "./state";
import type { Instant } from "./time";

/** Minutes and seconds as `mm:ss`, from an hour on `h:mm:ss`. */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}:` : ""}${two(minutes)}:${two(seconds % 60)}`;
}

/** `HH:mm:ss` of an instant in the plan's zone. */
export function timeText(plan: Plan, at: Instant): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: plan.timeZone, timeStyle: "medium", hourCycle: "h23" }).format(
    at,
  );
}

/** The role's name as the plan spells it. */
export function roleName(plan: Plan, role: RoleId): string {
  return plan.roles.find((one) => one.id === role)?.name ?? role.slice("role:".length);
}

/** The stage's name as the plan has it. */
function stageName(plan: Plan, id: StageId): string {
  return plan.stages.find((stage) => stage.id === id)?.name ?? id;
}

/** What the gate guards, in the plan's words; the plan's version for the gate before completion. */
export function gateName(plan: Plan, gate: Gate): string {
  return gate.before.kind === "stage" ? stageName(plan, gate.before.stage) : plan.info.version;
}

function gateValues(plan: Plan, id: GateId): { gate: string; number: number } {
  const gate = plan.gates.find((one) => one.id === id);
  return { gate: gate === undefined ? id : gateName(plan, gate), number: gate?.order ?? 0 };
}

type Named = { id: string; text: string };

/** Every thing of the plan that an event may name, by id. */
function namedThings(plan: Plan): Named[] {
  return [
    ...plan.sections.flatMap((section) => [{ id: section.id, text: section.name }, ...section.items]),
    ...plan.triggers,
    ...(plan.rollback?.steps ?? []).map((step) => ({ id: step.id, text: step.name })),
    ...plan.followups.map((followup) => ({ id: followup.id, text: followup.name })),
    ...plan.playbooks.flatMap((one) => [
      { id: one.id, text: one.name },
      ...one.steps.map((s) => ({ id: s.id, text: s.name })),
    ]),
    ...plan.windows,
    ...plan.criteria,
    ...plan.checks.map((check) => ({ id: check.id, text: check.name })),
  ];
}

/** The plan's own words for an id; the id itself when the plan does not know it. */
export function nameOf(plan: Plan, id: string): string {
  const stage = plan.stages.find((one) => one.id === id);
  if (stage !== undefined) return stage.name;
  const role = plan.roles.find((one) => one.id === id);
  if (role !== undefined) return role.name;
  const gate = plan.gates.find((one) => one.id === id);
  if (gate !== undefined) return gateName(plan, gate);
  const step = plan.stepGroups.flatMap((group) => group.steps).find((one) => one.id === id);
  return step?.name ?? namedThings(plan).find((thing) => thing.id === id)?.text ?? id;
}

/** The name of whoever did it; "Holdpoint" for the system. */
export function actorName(actor: ActorRecord): string {
  return actor.kind === "system" ? "Holdpoint" : actor.name;
}

type Variant = { variant?: string; values: Record<string, string | number>; words?: Record<string, string> };

/** What a call is about, in the plan's words; a source by its own name. */
function calledFor(plan: Plan, call: CallId): Variant {
  const about = call.slice("call:".length).replace(/^job:\d+:/, "");
  if (about === "traffic") return { values: {}, words: { about } };
  return { values: { about: about.startsWith("source:") ? about.slice("source:".length) : nameOf(plan, about) } };
}

/** What a playbook's card rose for: a check by the plan's name, an alert by its own, the words that stood in an output. */
export function causeName(plan: Plan, cause: PlaybookCause): string {
  if (cause.kind === "check") return nameOf(plan, cause.check);
  return cause.kind === "alert" ? cause.name : cause.pattern;
}

type JobEvent = Extract<EventBody, { payload: { purpose: JobPurpose } }>;

/** What a job is for, in the plan's words: a step by its name, the traffic by its share. */
function jobValues(plan: Plan, { payload }: JobEvent): Variant {
  const words: Record<string, string> = "outcome" in payload ? { outcome: payload.outcome } : {};
  const { purpose } = payload;
  if (purpose.kind === "traffic") return { variant: "traffic", values: { share: purpose.share }, words };
  if (purpose.kind === "drill") return { variant: "drill", values: {}, words };
  return { variant: "step", values: { subject: nameOf(plan, purpose.step) }, words };
}

/** Made over errors of the plan, or over none. */
function createdValues(over: PayloadOf<"release.created">["planErrors"]): Variant {
  if (over === undefined) return { variant: "clean", values: {} };
  return { variant: "override", values: { reason: over.reason, errors: over.findings.length } };
}

function assignedValues(plan: Plan, { role, person }: PayloadOf<"role.assigned">): Variant {
  const name = person?.name ?? "";
  return { variant: name === "" ? "nobody" : "person", values: { role: roleName(plan, role), person: name } };
}

function judgedValues(plan: Plan, { met, criterion }: PayloadOf<"criterion.judged">): Variant {
  return { variant: met ? "met" : "missed", values: { criterion: nameOf(plan, criterion) } };
}

/** By a runner, or by a person's word. */
function drilledValues({ job, tookMs }: PayloadOf<"rollback.drilled">): Variant {
  return {
    variant: job === undefined ? "word" : "runner",
    values: { took: tookMs === null ? "–" : clockText(tookMs) },
  };
}

/** Values that need more than the name of the thing, by event type. */
function specificValues(plan: Plan, event: EventBody): Variant {
  switch (event.type) {
    case "role.assigned":
      return assignedValues(plan, event.payload);
    case "item.signed":
      return { variant: event.payload.onBehalf ? "behalf" : "own", values: { item: nameOf(plan, event.payload.item) } };
    case "release.created":
      return createdValues(event.payload.planErrors);
    case "release.started":
      return {
        variant: event.payload.override === null ? "ready" : "override",
        values: { reason: event.payload.override ?? "" },
      };
    case "vote.cast":
      return {
        variant: event.payload.vote,
        values: { role: roleName(plan, event.payload.role), ...gateValues(plan, event.payload.gate) },
      };
    case "gate.decided":
      return { variant: event.payload.decision, values: gateValues(plan, event.payload.gate) };
    case "gate.opened":
    case "gate.lapsed":
      return { values: gateValues(plan, event.payload.gate) };
    case "gate.expired":
      return { variant: event.payload.outcome, values: gateValues(plan, event.payload.gate) };
    case "step.resolved":
    case "rollback.step_done":
      return { variant: event.payload.outcome, values: { step: nameOf(plan, event.payload.step) } };
    case "rollback.scheduled":
      return { values: { time: timeText(plan, event.payload.at) } };
    case "rollback.completed":
      return { values: { took: clockText(event.payload.tookMs) } };
    case "rollback.drilled":
      return drilledValues(event.payload);
    case "criterion.judged":
      return judgedValues(plan, event.payload);
    case "job.requested":
    case "job.taken":
    case "job.cancelled":
    case "job.ended":
    case "job.lost":
      return jobValues(plan, event);
    case "fault.injected":
    case "fault.cleared":
    case "fault.scripted":
      return faultWords(event);
    case "call.raised":
    case "call.acknowledged":
    case "call.escalated":
      return calledFor(plan, event.payload.call);
    case "playbook.matched":
      return { variant: event.payload.cause.kind, values: { cause: causeName(plan, event.payload.cause) } };
    case "check.verdict":
      return { variant: event.payload.verdict, values: { check: nameOf(plan, event.payload.check) } };
    default:
      return { values: {} };
  }
}

/** Payload fields by name: ids become the plan's words, reasons stay, the rest is left out. */
function payloadValues(plan: Plan, event: EventBody): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(event.payload)) {
    if (typeof value === "number") values[name] = value;
    if (typeof value === "string") values[name] = value.includes(":") ? nameOf(plan, value) : value;
  }
  return values;
}

/** The gate before completion guards no stage of the plan: its name is a word of ours. */
export function gateWord(plan: Plan, name: string, id: unknown): Record<string, string> {
  const gate = plan.gates.find((one) => one.id === id);
  return gate?.before.kind === "completion" ? { [name]: "completion" } : {};
}

/** What happened, as a sentence: `event.<type>` with a variant where the payload decides the wording; `{who}` did it. */
export function describeEvent(plan: Plan, event: ReleaseEvent): Phrase {
  const specific = specificValues(plan, event);
  const key = `event.${event.type}${specific.variant === undefined ? "" : `.${specific.variant}`}`;
  const values = { ...payloadValues(plan, event), ...specific.values, who: actorName(event.actor) };
  const words = "gate" in event.payload ? gateWord(plan, "gate", event.payload.gate) : {};
  return { key, values, words: { ...words, ...specific.words } };
}

const WORD_FACTS: ReadonlySet<string> = new Set(["status", "outcome", "vote", "verdict"]);

/** Why a command was refused, as a sentence: `refusal.<because>`; `{who}` and `{time}` name the act that stands against it. */
export function describeRefusal(plan: Plan, refusal: Refusal): Phrase {
  const values: Record<string, string | number> = {
    who: refusal.by === undefined ? "" : actorName(refusal.by.actor),
    time: refusal.by === undefined ? "" : timeText(plan, refusal.by.at),
    count: refusal.unmet?.filter((condition) => condition.met === "unmet").length ?? 0,
  };
  const words: Record<string, string> = {};
  for (const [name, value] of Object.entries(refusal.facts)) {
    values[name] = typeof value === "string" ? nameOf(plan, value) : value;
    if (WORD_FACTS.has(name)) words[name] = String(value);
    Object.assign(words, gateWord(plan, name, value));
  }
  return { key: `refusal.${refusal.because}`, values, words };
}
