import type { StateTone } from "@/components/ui/state-mark";
import type { Finding, Severity } from "@/lib/domain/plan/finding";

export const SEVERITY_ORDER: readonly Severity[] = ["error", "warning", "info"];
export const SEVERITY_TONE: Record<Severity, StateTone> = { error: "no-go", warning: "warning", info: "caution" };

const UNREAD: ReadonlySet<string> = new Set(["not-understood", "more-not-understood"]);
const UNFILLED: ReadonlySet<string> = new Set(["placeholder"]);

export type FindingKind = "noticed" | "unfilled" | "unread";

/** Whether a finding says that nobody understood its lines. */
export function isUnread({ rule }: Finding): boolean {
  return UNREAD.has(rule);
}

/** What was noticed, what is not filled in yet, and what was not understood: three lists for three kinds of work. */
export function kindOf(finding: Finding): FindingKind {
  if (isUnread(finding)) return "unread";
  return UNFILLED.has(finding.rule) ? "unfilled" : "noticed";
}

/** Findings, the most serious first, each kind in the order of the document. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return SEVERITY_ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
