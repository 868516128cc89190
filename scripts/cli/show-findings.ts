import { styleText } from "node:util";
import type { Coverage, Finding, Severity } from "@/lib/domain/plan/finding";
import type { Language } from "./command";
import { SENTENCES, SEVERITIES, say } from "./sentences";

export type Look = { language: Language; colour: boolean; coverage: boolean };
export type Report = { file: string; findings: readonly Finding[]; coverage: Coverage };

const colours = { error: "red", warning: "yellow", info: "cyan" } as const satisfies Record<Severity, string>;
const rank: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** Columns as they are seen: Chinese characters are two wide. */
function width(text: string): number {
  return (
    text.length +
    (text.match(/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g) ?? []).length
  );
}

function padded(text: string, to: number): string {
  return text + " ".repeat(Math.max(0, to - width(text)));
}

/** Text of a document on a terminal: no control characters, which could draw over what stands there. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}

function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

function coverageLine({ nonBlank, accountedFor }: Coverage, language: Language): string {
  const percent = nonBlank === 0 ? 100 : Math.floor((accountedFor / nonBlank) * 100);
  return say(SENTENCES.coverage, language, { lines: nonBlank, known: accountedFor, percent });
}

/** One document's findings as a table with a summary below. */
export function showFindings({ file, findings, coverage }: Report, { language, colour, ...look }: Look): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const [line = "", level = "", what = "", rule = ""] = say(SENTENCES.heads, language).split("|");
  const rows = findings.map((finding) => ({
    line: String(finding.line),
    level: say(SEVERITIES[finding.severity], language),
    severity: finding.severity,
    text: `${plain(finding.message[language])}  ${paint("dim", finding.rule)}`,
  }));
  const first = Math.max(width(line), ...rows.map((row) => width(row.line)));
  const second = Math.max(width(level), ...rows.map((row) => width(row.level)));
  const table = rows.map(
    (row) => `  ${row.line.padStart(first)}  ${paint(colours[row.severity], padded(row.level, second))}  ${row.text}`,
  );
  const head = `  ${padded(line, first)}  ${padded(level, second)}  ${what}  ${rule}`;
  const [errors, warnings, infos] = [count(findings, "error"), count(findings, "warning"), count(findings, "info")];
  const many = (number: number) => (number === 1 ? "" : "s");
  const facts = { errors, warnings, infos, es: many(errors), ws: many(warnings), is: many(infos) };
  return [
    paint("bold", plain(file)),
    ...(table.length === 0 ? [] : [paint("dim", head), ...table]),
    `  ${table.length === 0 ? say(SENTENCES.none, language) : say(SENTENCES.counts, language, facts)}`,
    ...(look.coverage ? [`  ${coverageLine(coverage, language)}`] : []),
    "",
  ].join("\n");
}

/** Whether something is as serious as the level or more. */
export function reaches(findings: readonly Finding[], level: Severity): boolean {
  return findings.some(({ severity }) => rank[severity] >= rank[level]);
}
