import type { Finding, Severity } from "@/lib/domain/plan/finding";
import type { Lines } from "@/lib/domain/plan/plan";

export type Facts = Record<string, string | number>;

/** How serious something is and how it is said; `{name}` is filled from the finding's facts. */
export type Sentence = { severity: Severity; zh: string; en: string };

function fill(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

/** A finding at these lines, said with these facts; `line` is among them. */
export function findingOf(rule: string, { severity, zh, en }: Sentence, lines: Lines, facts: Facts): Finding {
  const known: Facts = { line: lines.from, ...facts };
  return { rule, severity, line: lines.from, lines, message: { zh: fill(zh, known), en: fill(en, known) }, facts };
}
