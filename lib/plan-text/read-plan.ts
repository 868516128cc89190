import type { Root } from "mdast";
import type { Finding, PlanReading } from "@/lib/domain/plan/finding";
import { assemblePlan } from "./assemble-plan";
import { coverageOf } from "./coverage";
import { finding } from "./findings";
import { takeFrontMatter } from "./front-matter";
import { codeLines } from "./markdown/code-lines";
import { outline } from "./markdown/outline";
import { parseMarkdown } from "./markdown/parse-markdown";
import { takePlaceholders } from "./placeholders";
import type { Reading } from "./reading";
import { refuseSource } from "./refuse-source";
import { createRoleBook } from "./role-book";
import { applySettings, takeSettings } from "./settings/apply-settings";
import { languageOf, normaliseSource } from "./source-text";

function unread(lines: readonly string[], found: Finding): PlanReading {
  const { nonBlank } = coverageOf(lines, []);
  return { plan: null, findings: [found], coverage: { nonBlank, accountedFor: 0 } };
}

/** The tree of a document in which placeholders are absent values, and what they are. */
function fillIn(text: string): { root: Root; findings: Finding[] } | null {
  const root = parseMarkdown(text);
  if (root === null) return null;
  const { text: known, findings } = takePlaceholders(text, codeLines(root));
  const again = known === text ? root : parseMarkdown(known);
  return again === null ? null : { root: again, findings };
}

/** Reads a release plan out of Markdown. Never throws: what cannot be read or understood comes back as findings. */
export function readPlan(source: string): PlanReading {
  const text = normaliseSource(source);
  const lines = text.split("\n");
  const refused = refuseSource(source, lines);
  if (refused !== null) return unread(lines, refused);
  const front = takeFrontMatter(text);
  const filled = fillIn(front?.text ?? text);
  if (filled === null) return unread(lines, finding("unreadable", { from: 1, to: lines.length }));
  const reading: Reading = {
    lines,
    language: languageOf(text),
    roles: createRoleBook(),
    claimed: new Set(),
    namedSections: new Set(),
    findings: filled.findings,
  };
  const settings = takeSettings(filled.root);
  const assembled = assemblePlan(reading, outline(settings.root), front?.rows ?? []);
  const plan = assembled === null ? null : applySettings(reading, assembled, settings.blocks);
  const findings = reading.findings.sort((a, b) => a.line - b.line);
  return { plan, findings, coverage: coverageOf(lines, findings) };
}
