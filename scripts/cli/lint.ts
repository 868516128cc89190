import { readExchange } from "@/lib/adapters/plan-worker/exchange-text";
import type { PlanReading } from "@/lib/domain/plan/finding";
import { compilePlan } from "@/lib/plan-text/compile-plan";
import type { LintCommand } from "./command";
import { formOf, readDocument } from "./documents";
import { SENTENCES, say } from "./sentences";
import { reaches, showFindings } from "./show-findings";

/** What a command says, and how it ends. */
export type Outcome = { code: 0 | 1 | 2; out: string; error: string };

type Linted = { file: string; reading: PlanReading } | { file: string; reason: string };

async function lintFile(file: string): Promise<Linted> {
  try {
    const text = await readDocument(file);
    const form = formOf(file);
    return { file, reading: form === "markdown" ? compilePlan(text) : readExchange(text, form) };
  } catch (cause) {
    return { file, reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** Reads every document and says what is noticed in it. */
export async function lint(command: LintCommand, colour: boolean): Promise<Outcome> {
  const { files, language, coverage, failOn, json } = command;
  const linted: Linted[] = [];
  // One after another: only one of them can be standard input, and the order is that of the command.
  for (const file of files) linted.push(await lintFile(file));
  const reports = linted.flatMap((one) =>
    "reading" in one ? [{ file: one.file, findings: one.reading.findings, coverage: one.reading.coverage }] : [],
  );
  const lost = linted.flatMap((one) => ("reason" in one ? [one] : []));
  const worst = reports.some(({ findings }) => reaches(findings, failOn)) ? 1 : 0;
  const out = json
    ? `${JSON.stringify({ files: reports, unreadable: lost }, null, 2)}\n`
    : reports.map((report) => showFindings(report, { language, colour, coverage })).join("\n");
  const error = lost.map((one) => `${say(SENTENCES.unreadable, language, one)}\n`).join("");
  return { code: lost.length > 0 ? 2 : worst, out, error };
}
