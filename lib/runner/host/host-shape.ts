import { isAbsolute } from "node:path";
import { z } from "zod";
import { label } from "@/lib/contracts/runner";
import { ArgumentType, actionName, argumentName } from "@/lib/contracts/runner-actions";
import { filledText, text } from "@/lib/contracts/text";
import { duration, outputSize } from "./amounts";

const path = z
  .string()
  .max(4000)
  .refine((value) => isAbsolute(value) && !value.includes("\0"), "must be an absolute path");
const word = z
  .string()
  .max(8000)
  .refine((value) => !value.includes("\0"), "must not contain U+0000");
const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/u);
const command = z.array(word).min(1).max(200);
const secretName = z.string().regex(/^[a-z][a-z0-9.-]*$/u);

/** A slip in a setting's name must not loosen a rule silently: every object here is strict. */
const [stringType, integerType, booleanType] = ArgumentType.options;
const HostArgument = z.discriminatedUnion("type", [
  stringType.extend({ leadingDash: z.boolean().default(false) }).strict(),
  integerType.strict(),
  booleanType.strict(),
]);
export type HostArgument = z.infer<typeof HostArgument>;

/** How a command is run; what an action leaves out, `defaults` says. */
const conduct = {
  environment: z.record(variable, word).optional(),
  secrets: z.record(variable, secretName).optional(),
  workingDirectory: path.optional(),
  limit: duration.optional(),
  outputCap: outputSize.optional(),
  grace: duration.optional(),
  user: filledText(100).optional(),
  group: filledText(100).optional(),
};
const Conduct = z.strictObject(conduct);
export type Conduct = z.infer<typeof Conduct>;

const HostAction = z.strictObject({
  description: text(500).default(""),
  command: command.optional(),
  /** One after the other, each only after the fence was asked again; the first that fails ends it. */
  commands: z.array(command).min(1).max(50).optional(),
  arguments: z.record(argumentName, HostArgument).default({}),
  followed: z.boolean().default(false),
  /** Asked after the action was lost; must change nothing. */
  probe: command.optional(),
  ...conduct,
});
export type HostAction = z.infer<typeof HostAction>;

const HostTraffic = z.strictObject({
  description: text(500).default(""),
  driver: z.string(),
  settings: z.record(z.string(), z.unknown()).default({}),
});

/** The shape of a runner's host file; `judgeHostFile` checks what its parts say of one another. */
export const HostFile = z.strictObject({
  name: filledText(60),
  environment: filledText(60),
  labels: z.array(label).max(20).default([]),
  server: z.strictObject({
    url: z.url({ protocol: /^https?$/u }),
    tokenFile: path.optional(),
    tokenEnv: variable.optional(),
    authority: path.optional(),
    /** The token crosses the network in the clear. */
    allowPlainHttp: z.boolean().default(false),
  }),
  dataDirectory: path,
  slots: z
    .strictObject({
      ordinary: z.int().min(1).max(50).default(2),
      rollback: z.int().min(1).max(50).default(1),
    })
    .default({ ordinary: 2, rollback: 1 }),
  planScripts: z.enum(["refuse", "allow"]).default("refuse"),
  scripts: Conduct.default({}),
  defaults: Conduct.default({}),
  secrets: z
    .record(secretName, z.union([z.strictObject({ file: path }), z.strictObject({ env: variable })]))
    .default({}),
  actions: z.record(actionName, HostAction).default({}),
  traffic: z.record(actionName, HostTraffic).default({}),
});
export type HostFile = z.infer<typeof HostFile>;
