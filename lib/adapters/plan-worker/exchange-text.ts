import { isNode, LineCounter, parseDocument, stringify } from "yaml";
import { z } from "zod";
import { PLAN_FORMAT, PLAN_SCHEMA_PATH, PlanDocument } from "@/lib/contracts/plan-document";
import { EXCHANGE_MAX_BYTES } from "@/lib/contracts/plans";
import type { Finding } from "@/lib/domain/plan/finding";
import { compilePlan } from "@/lib/plan-text/compile-plan";
import { completePlan } from "@/lib/plan-text/complete-plan";
import type { PlanDraft } from "@/lib/plan-text/draft-plan";
import { findingOf, type Sentence } from "@/lib/plan-text/finding-of";
import { finding } from "@/lib/plan-text/findings";
import { writePlan } from "@/lib/plan-text/write/write-plan";
import type { ExchangeForm, ExportWish } from "@/lib/ports/plan-reader";

const mostIssues = 20;
/** More than any plan repeats a part, and far fewer than what makes a bomb. */
const maxAliasCount = 50;

const RULES = {
  "exchange-unreadable": {
    severity: "error",
    zh: "从第 {line} 行起无法解析：{reason}",
    en: "This cannot be parsed from line {line} on: {reason}",
  },
  "exchange-invalid": {
    severity: "error",
    zh: "第 {line} 行的 {path} 不符合格式：{zh}",
    en: "{path} in line {line} does not fit the format: {en}",
  },
} as const satisfies Record<string, Sentence>;

const languages = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

function refuse(text: string, findings: Finding[]): PlanDraft {
  const nonBlank = text.split("\n").filter((line) => line.trim() !== "").length;
  return { source: text, plan: null, findings, coverage: { nonBlank, accountedFor: 0 } };
}

type LineOf = (path: PropertyKey[]) => number;
type Parsed = { value: unknown; lineOf: LineOf } | { line: number; reason: string };

const said = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

/** Only the core types, no tags, each key once, and no more aliases than a plan could need. */
function parseYaml(text: string): Parsed {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      schema: "core",
      version: "1.2",
      strict: true,
      uniqueKeys: true,
      logLevel: "silent",
      prettyErrors: false,
      lineCounter: lines,
    });
    const [fault] = [...document.errors, ...document.warnings];
    if (fault !== undefined) return { line: Math.max(1, lines.linePos(fault.pos[0]).line), reason: fault.message };
    const lineOf: LineOf = (path) => {
      const node = path.length === 0 ? document.contents : document.getIn(path, true);
      if (isNode(node) && node.range) return Math.max(1, lines.linePos(node.range[0]).line);
      return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
    };
    return { value: document.toJS({ maxAliasCount }), lineOf };
  } catch (cause) {
    return { line: 1, reason: said(cause) };
  }
}

/** JSON is YAML too: where something in it has to be pointed at, the YAML parser knows the line. */
function parseJson(text: string): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    return {
      value,
      lineOf: (path) => {
        const parsed = parseYaml(text);
        return "lineOf" in parsed ? parsed.lineOf(path) : 1;
      },
    };
  } catch (cause) {
    const parsed = parseYaml(text);
    return { line: "line" in parsed ? parsed.line : 1, reason: said(cause) };
  }
}

function understand(value: unknown, lineOf: LineOf): Finding[] {
  const issuesIn = (error: z.core.$ZodErrorMap) => PlanDocument.safeParse(value, { error }).error?.issues ?? [];
  const chinese = issuesIn(languages.zh);
  return issuesIn(languages.en)
    .slice(0, mostIssues)
    .map(({ path, message: en }, index) => {
      const line = lineOf(path);
      const zh = chinese[index]?.message ?? en;
      return findingOf(
        "exchange-invalid",
        RULES["exchange-invalid"],
        { from: line, to: line },
        {
          path: path.map(String).join(".") || "/",
          zh,
          en,
        },
      );
    });
}

/** A plan in the exchange format as the document that it becomes, read and checked like any other. Never throws. */
export function readExchange(text: string, form: ExchangeForm): PlanDraft {
  const size = Buffer.byteLength(text);
  if (size > EXCHANGE_MAX_BYTES) {
    const whole = { from: 1, to: text.split("\n").length };
    return refuse(text, [
      finding("too-large", whole, { size: Math.ceil(size / 1024), limit: EXCHANGE_MAX_BYTES / 1024 }),
    ]);
  }
  const parsed = form === "json" ? parseJson(text) : parseYaml(text);
  if ("reason" in parsed) {
    const { line, reason } = parsed;
    const lines = { from: line, to: line };
    return refuse(text, [findingOf("exchange-unreadable", RULES["exchange-unreadable"], lines, { reason })]);
  }
  const document = PlanDocument.safeParse(parsed.value);
  if (!document.success) return refuse(text, understand(parsed.value, parsed.lineOf));
  const source = writePlan(completePlan(document.data.plan));
  return { source, ...compilePlan(source) };
}

/** A plan as a document or in the exchange format. */
export function writeExchange({ plan, form, serverUrl }: ExportWish): PlanDraft {
  const coverage = { nonBlank: 0, accountedFor: 0 };
  if (form === "markdown") return { source: writePlan(plan), plan, findings: [], coverage };
  const document = { $schema: `${serverUrl}${PLAN_SCHEMA_PATH}`, format: PLAN_FORMAT, plan };
  const source =
    form === "json"
      ? `${JSON.stringify(document, null, 2)}\n`
      : stringify(document, { version: "1.2", schema: "core", lineWidth: 0, aliasDuplicateObjects: false });
  return { source, plan, findings: [], coverage };
}
