import { z } from "zod";

// The CSP forbids `new Function`; without this zod would try it once in every browser.
z.config({ jitless: true });

/** U+0000 and halves of surrogate pairs cannot be stored in Postgres as text; the latter break the canonical JSON as well. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && !/[\ud800-\udfff]/u.test(text);
}

const UNSTORABLE = "must not contain U+0000 or half a character";

/** Text of at most `max` UTF-16 units that may be empty. */
export function text(max: number) {
  return z.string().max(max).refine(isStorable, UNSTORABLE);
}

/** Text that says something: at least one character that is not a space. */
export function filledText(max: number) {
  return text(max).regex(/\S/u, "must not be empty");
}

/** What somebody gives as a reason, or writes as a note. */
export const REASON_MAX = 2000;

/** A script of faults. */
export const SCRIPT_MAX = 4000;

/** An http(s) or mailto address; anything else could run when it is opened. */
export const link = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|mailto:)\S+$/iu, "must be an http, https or mailto address")
  .refine(isStorable, UNSTORABLE);

const ID_MAX = 200;
const rest = z.string().min(1).max(ID_MAX);

/** Ids of things in a plan, such as `stage:3`. */
export const PLAN_IDS = {
  role: z.templateLiteral(["role:", rest]).refine(isStorable, UNSTORABLE),
  stage: z.templateLiteral(["stage:", rest]).refine(isStorable, UNSTORABLE),
  step: z.templateLiteral(["step:", rest]).refine(isStorable, UNSTORABLE),
  item: z.templateLiteral(["item:", rest]).refine(isStorable, UNSTORABLE),
  gate: z.templateLiteral(["gate:", rest]).refine(isStorable, UNSTORABLE),
  trigger: z.templateLiteral(["trigger:", rest]).refine(isStorable, UNSTORABLE),
  rollbackStep: z.templateLiteral(["rollback-step:", rest]).refine(isStorable, UNSTORABLE),
  followup: z.templateLiteral(["followup:", rest]).refine(isStorable, UNSTORABLE),
  playbook: z.templateLiteral(["playbook:", rest]).refine(isStorable, UNSTORABLE),
  playbookStep: z.templateLiteral(["playbook-step:", rest]).refine(isStorable, UNSTORABLE),
  window: z.templateLiteral(["window:", rest]).refine(isStorable, UNSTORABLE),
  criterion: z.templateLiteral(["criterion:", rest]).refine(isStorable, UNSTORABLE),
  call: z.templateLiteral(["call:", rest]).refine(isStorable, UNSTORABLE),
};

/** The id of a person, release, plan or version. */
export const id = filledText(ID_MAX);

/** 9999-12-31T23:59:59.999Z. Later ones are slips of the unit, and from some point on no screen can write them as a date. */
export const LATEST_INSTANT = 253_402_300_799_999;

/** An instant in milliseconds since 1970. */
export const instantMs = z.int().min(0).max(LATEST_INSTANT);
