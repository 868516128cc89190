import { z } from "zod";
import type { Finding } from "@/lib/domain/plan/finding";
import type { ImportCommand } from "./command";
import { type DocumentForm, formOf, readDocument } from "./documents";
import type { Outcome } from "./lint";
import { SENTENCES, say } from "./sentences";
import { reaches, showFindings } from "./show-findings";

const TYPES: Readonly<Record<DocumentForm, string>> = {
  markdown: "text/markdown",
  json: "application/json",
  yaml: "application/yaml",
};

const lines = z.object({ from: z.number(), to: z.number() });
const finding: z.ZodType<Finding> = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  line: z.number(),
  lines,
  message: z.object({ zh: z.string(), en: z.string() }),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
const Imported = z.object({
  plan: z.object({}).nullable(),
  findings: z.array(finding),
  coverage: z.object({ nonBlank: z.number(), accountedFor: z.number() }),
  planId: z.string().optional(),
  planVersionId: z.string().optional(),
});
const Problem = z.object({ detail: z.string() });

type Answer = { status: number; body: unknown };

async function send(command: ImportCommand, text: string): Promise<Answer> {
  const { server, token, planId, message, dryRun, file, language } = command;
  const address = new URL("api/v1/plans/import", server.endsWith("/") ? server : `${server}/`);
  if (planId !== null) address.searchParams.set("planId", planId);
  if (message !== null) address.searchParams.set("message", message);
  if (dryRun) address.searchParams.set("dryRun", "true");
  const response = await fetch(address, {
    method: "POST",
    body: text,
    // A token does not follow to wherever an answer might point.
    redirect: "error",
    headers: { "content-type": TYPES[formOf(file)], authorization: `Bearer ${token}`, "accept-language": language },
  });
  const body: unknown = await response.json().catch(() => null);
  return { status: response.status, body };
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message || cause.message : cause.message;
}

function told(command: ImportCommand, { status, body }: Answer, colour: boolean): Outcome {
  const { server, language, file, json, coverage, failOn, dryRun } = command;
  const imported = Imported.safeParse(body);
  if (status >= 400 || !imported.success) {
    const problem = Problem.safeParse(body);
    const facts = { server, status, reason: problem.data?.detail ?? "" };
    const sentence = problem.success ? SENTENCES.refused : SENTENCES.noAnswer;
    return { code: 2, out: "", error: `${say(sentence, language, facts)}\n` };
  }
  const { findings, plan, planId } = imported.data;
  const code = plan === null || reaches(findings, failOn) ? 1 : 0;
  if (json) return { code, out: `${JSON.stringify(body, null, 2)}\n`, error: "" };
  const address = new URL(`plans/${planId ?? ""}`, server.endsWith("/") ? server : `${server}/`).href;
  const kept = dryRun ? say(SENTENCES.dryRun, language) : say(SENTENCES.saved, language, { address });
  const end = plan === null ? say(SENTENCES.noPlan, language) : kept;
  const table = showFindings({ file, findings, coverage: imported.data.coverage }, { language, colour, coverage });
  return { code, out: `${table}\n${end}\n`, error: "" };
}

/** Sends a document to a server, which reads it and keeps it as a version. */
export async function importPlan(command: ImportCommand, colour: boolean): Promise<Outcome> {
  const { file, language, server } = command;
  let text: string;
  try {
    text = await readDocument(file);
  } catch (cause) {
    return { code: 2, out: "", error: `${say(SENTENCES.unreadable, language, { file, reason: reasonOf(cause) })}\n` };
  }
  try {
    return told(command, await send(command, text), colour);
  } catch (cause) {
    const facts = { server, reason: reasonOf(cause) };
    return { code: 2, out: "", error: `${say(SENTENCES.unreachable, language, facts)}\n` };
  }
}
