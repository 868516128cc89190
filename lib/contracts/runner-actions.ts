import { z } from "zod";
import { filledText, text } from "./text";

/** Names that the runner's host gives to its actions and their arguments; a plan binds to them by these. */
export const actionName = z
  .string()
  .regex(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/u)
  .max(60);
export const argumentName = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9_]*$/u)
  .max(40);

const described = { description: text(300).default(""), required: z.boolean().default(true) };

/** What one argument of an action takes. The host's file says it, the server repeats it to whoever binds a step. */
export const ArgumentType = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("string"),
    ...described,
    minLength: z.int().min(0).max(4000).default(1),
    maxLength: z.int().min(1).max(4000).default(200),
    /** A regular expression (flag u) that the whole value must match. */
    pattern: z.string().min(1).max(300).nullable().default(null),
    choices: z.array(filledText(200)).min(1).max(100).nullable().default(null),
    default: text(4000).nullable().default(null),
  }),
  z.object({
    type: z.literal("integer"),
    ...described,
    min: z.int().default(0),
    max: z.int().default(2_147_483_647),
    default: z.int().nullable().default(null),
  }),
  z.object({ type: z.literal("boolean"), ...described, default: z.boolean().nullable().default(null) }),
]);
export type ArgumentType = z.infer<typeof ArgumentType>;

export const ArgumentValue = z.union([z.string().max(4000), z.int(), z.boolean()]);
export type ArgumentValue = z.infer<typeof ArgumentValue>;

/** The values that a plan gives to an action. The host's file judges them; nothing here makes them safe. */
export const ArgumentValues = z.record(argumentName, ArgumentValue);
export type ArgumentValues = z.infer<typeof ArgumentValues>;

/** One thing that a runner's host offers. Its command line stays on the host. */
export const OfferedAction = z.object({
  name: actionName,
  description: text(500).default(""),
  /** `traffic` moves, observes or probes a share; it is asked for by a job of kind `traffic` only. */
  kind: z.enum(["command", "traffic"]),
  arguments: z.record(argumentName, ArgumentType),
  /** After this time it is ended. For a followed one that is its ordinary, good end. */
  limitMs: z.int().min(1),
  /** A command that does not end by itself, such as `kubectl logs -f`: it is watched and then ended. */
  followed: z.boolean(),
  /** Whether the host can ask, after an executor was lost, what has come of the action. */
  hasProbe: z.boolean(),
});
export type OfferedAction = z.infer<typeof OfferedAction>;
