import type { Coverage, Finding } from "@/lib/domain/plan/finding";

/** Findings of the importer that say that their lines did not become part of the plan. */
export const UNREAD_RULES: ReadonlySet<string> = new Set(["not-understood", "more-not-understood", "part-doubled"]);

/** Counts the non-blank lines, and those of them that no finding of the importer calls not understood. */
export function coverageOf(lines: readonly string[], findings: readonly Finding[]): Coverage {
  const unread = findings.filter(({ rule }) => UNREAD_RULES.has(rule)).map((finding) => finding.lines);
  const written = lines.flatMap((line, index) => (line.trim() === "" ? [] : [index + 1]));
  const accountedFor = written.filter((line) => !unread.some(({ from, to }) => from <= line && line <= to)).length;
  return { nonBlank: written.length, accountedFor };
}
