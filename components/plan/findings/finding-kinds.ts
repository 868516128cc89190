import type { StateTone } from "@/components/ui/state-mark";
import type { Finding, Severity } from "@/lib/domain/plan/finding";
import { UNREAD_RULES } from "@/lib/plan-text/coverage";

export const SEVERITY_ORDER: readonly Severity[] = ["error", "warning", "info"];
export const SEVERITY_TONE: Record<Severity, StateTone> = { error: "no-go", warning: "warning", info: "caution" };

const UNFILLED: ReadonlySet<string> = new Set(["placeholder"]);
const PROSE: ReadonlySet<string> = new Set(["kept-as-prose"]);

export type FindingKind = "noticed" | "unfilled" | "unread" | "prose";

/** Whether a finding says that nobody understood its lines. */
export function isUnread({ rule }: Finding): boolean {
  return UNREAD_RULES.has(rule);
}

/** What was noticed, what is not filled in yet, what was not understood, and what only explains: lists for kinds of work. */
export function kindOf(finding: Finding): FindingKind {
  if (isUnread(finding)) return "unread";
  if (PROSE.has(finding.rule)) return "prose";
  return UNFILLED.has(finding.rule) ? "unfilled" : "noticed";
}

/** Findings, the most serious first, each kind in the order of the document. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return SEVERITY_ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
