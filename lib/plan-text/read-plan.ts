import type { Finding, PlanReading } from "@/lib/domain/plan/finding";
import { assemblePlan } from "./assemble-plan";
import { coverageOf } from "./coverage";
import { finding } from "./findings";
import { outline } from "./markdown/outline";
import { parseMarkdown } from "./markdown/parse-markdown";
import type { Reading } from "./reading";
import { refuseSource } from "./refuse-source";
import { createRoleBook } from "./role-book";
import { applySettings, takeSettings } from "./settings/apply-settings";
import { languageOf, normaliseSource } from "./source-text";

function unread(lines: readonly string[], found: Finding): PlanReading {
  const { nonBlank } = coverageOf(lines, []);
  return { plan: null, findings: [found], coverage: { nonBlank, accountedFor: 0 } };
}

/** Reads a release plan out of Markdown. Never throws: what cannot be read or understood comes back as findings. */
export function readPlan(source: string): PlanReading {
  const text = normaliseSource(source);
  const lines = text.split("\n");
  const refused = refuseSource(source, lines);
  if (refused !== null) return unread(lines, refused);
  const root = parseMarkdown(text);
  if (root === null) return unread(lines, finding("unreadable", { from: 1, to: lines.length }));
  const reading: Reading = {
    lines,
    language: languageOf(text),
    roles: createRoleBook(),
    claimed: new Set(),
    namedSections: new Set(),
    findings: [],
  };
  const settings = takeSettings(root);
  const assembled = assemblePlan(reading, outline(settings.root));
  const plan = assembled === null ? null : applySettings(reading, assembled, settings.blocks);
  const findings = reading.findings.sort((a, b) => a.line - b.line);
  return { plan, findings, coverage: coverageOf(lines, findings) };
}
