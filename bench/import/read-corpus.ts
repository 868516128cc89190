import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import type { ExpectedPlan } from "../../lib/plan-text/corpus/expected-plan";

const minutes = z.number().int();
const names = z.array(z.string().min(1)).min(1);
const Level = z.enum(["P0", "P1"]);
const Kind = z.enum(["prepare", "backup", "deploy", "verify", "shift", "observe", "review", "other"]);
const Stage = z.strictObject({
  name: z.string(),
  kinds: z.array(Kind).optional(),
  startMin: minutes.optional(),
  durationMin: minutes.optional(),
  share: z.number().optional(),
  owners: names.optional(),
});
const Lines = z.strictObject({ from: z.number(), to: z.number() });
const Contact = z.strictObject({
  role: z.string(),
  person: z.string(),
  phone: z.string().optional(),
  email: z.string().optional(),
});

/** Strict, so that a misspelt field of an expectation cannot pass for one that is met. */
const Expected = z.strictObject({
  language: z.enum(["zh", "en"]).optional(),
  title: z.string().optional(),
  version: z.string().optional(),
  window: z.strictObject({ start: z.string(), end: z.string() }).optional(),
  timeZone: z.string().optional(),
  rollbackWithinMin: minutes.optional(),
  downtimeMin: minutes.optional(),
  manager: names.optional(),
  consistent: z.boolean().optional(),
  blueGreen: z.strictObject({ rollbackWithinMin: minutes }).optional(),
  goals: names.optional(),
  canary: z.array(z.strictObject({ share: z.number(), soakMin: minutes.optional() })).optional(),
  conditions: names.optional(),
  sections: z.array(z.strictObject({ name: z.string(), owners: names.optional() })).optional(),
  items: names.optional(),
  stages: z.array(Stage).optional(),
  steps: z.array(z.strictObject({ name: z.string(), command: z.string() })).optional(),
  code: z.array(z.strictObject({ where: z.enum(["steps", "rollback", "playbooks"]), lines: Lines })).optional(),
  triggers: z.array(z.strictObject({ text: z.string(), level: Level.optional() })).optional(),
  rollback: z.strictObject({ targetMin: minutes.optional(), steps: names.optional() }).optional(),
  followups: z.array(z.strictObject({ name: z.string(), dueMin: minutes })).optional(),
  playbooks: z.array(z.strictObject({ name: z.string(), recoveryMin: minutes })).optional(),
  windows: z
    .array(z.strictObject({ text: z.string(), fromMin: minutes, toMin: minutes, owners: names.optional() }))
    .optional(),
  criteria: names.optional(),
  contacts: z.array(Contact).optional(),
  channels: z.array(z.strictObject({ kind: z.enum(["chat", "call", "other"]), text: z.string() })).optional(),
  approvals: names.optional(),
  placeholders: z.array(z.number().int()).optional(),
}) satisfies z.ZodType<ExpectedPlan>;

export type CorpusDocument = { name: string; source: string; expected: ExpectedPlan };

/** Every document of a folder with what a release manager reads in it, by name. */
export function readDocuments(folder: string): CorpusDocument[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
  return files.sort().map((file) => {
    const name = file.replace(/\.md$/u, "");
    const expected = Expected.parse(JSON.parse(readFileSync(resolve(folder, `${name}.expected.json`), "utf8")));
    return { name, source: readFileSync(resolve(folder, file), "utf8"), expected };
  });
}

/** The documents that the importer is held to. `root` is the repository's. */
export const readCorpus = (root: string): CorpusDocument[] => readDocuments(resolve(root, "lib/plan-text/corpus"));
