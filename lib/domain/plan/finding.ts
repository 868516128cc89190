import type { Lines, Plan } from "./plan";

export type Severity = "error" | "warning" | "info";

/** A change of the document that would answer a finding: these whole lines become this text. `from > to` inserts before `from`. */
export type ProposedChange = { lines: Lines; text: string };

/** What the importer or the linter noticed, with its lines. `rule` is a stable kebab-case id; `facts` fill the sentence. */
export type Finding = {
  rule: string;
  severity: Severity;
  line: number;
  lines: Lines;
  /** The other places that the finding is about, in the order of the document. */
  also?: Lines[];
  message: { zh: string; en: string };
  facts: Record<string, string | number>;
  change?: ProposedChange;
};

/** How much of a document became part of the plan, in non-blank lines. */
export type Coverage = { nonBlank: number; accountedFor: number };

/** A document as understood: `plan` is null when nothing that could be a plan was found. */
export type PlanReading = { plan: Plan | null; findings: Finding[]; coverage: Coverage };
