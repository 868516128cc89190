import type { Finding, Plan } from "@/lib/domain/plan/plan";
import { assemblePlan } from "./assemble-plan";
import { finding } from "./findings";
import { outline } from "./markdown/outline";
import { parseMarkdown } from "./markdown/parse-markdown";
import type { Reading } from "./reading";
import { refuseSource } from "./refuse-source";
import { createRoleBook } from "./role-book";
import { languageOf, normaliseSource } from "./source-text";

export type PlanReading = { plan: Plan | null; findings: Finding[] };

/** Reads a release plan out of Markdown. Never throws: what cannot be read or understood comes back as findings. */
export function readPlan(source: string): PlanReading {
  const text = normaliseSource(source);
  const lines = text.split("\n");
  const refused = refuseSource(source, lines);
  if (refused !== null) return { plan: null, findings: [refused] };
  const root = parseMarkdown(text);
  if (root === null) return { plan: null, findings: [finding("unreadable", { from: 1, to: lines.length })] };
  const reading: Reading = {
    lines,
    language: languageOf(text),
    roles: createRoleBook(),
    claimed: new Set(),
    namedSections: new Set(),
    findings: [],
  };
  const plan = assemblePlan(reading, outline(root));
  return { plan, findings: reading.findings.sort((a, b) => a.line - b.line) };
}
