import { DEFAULT_RUN, type Measure, type MeasureKind } from "@/lib/domain/plan/measure";
import type { Check } from "@/lib/domain/plan/plan";
import { finding } from "../findings";
import { labelledLines } from "../markdown/labels";
import { type Section, sectionLines, withDescendants } from "../markdown/outline";
import { exactMeaning } from "../match-word";
import { claim, type Reading, takeCode } from "../reading";
import { isMeasure } from "../settings/measure-shape";
import { MEASURE_FIELDS, MEASURE_KINDS, METHOD_LABELS, type MeasureField } from "../words/measures";

type Fields = Partial<Record<MeasureField, unknown>>;

const usual: Readonly<Record<MeasureKind, Fields>> = {
  limit: { ...DEFAULT_RUN, unit: "", pass: null, fail: null },
  rate: { ...DEFAULT_RUN, healthy: "below", literal: false },
  evidence: { ...DEFAULT_RUN, alertAt: 20, actAt: 100 },
  comparison: { ...DEFAULT_RUN, unit: "", direction: "increase" },
  serving: { ...DEFAULT_RUN },
  json: { ...DEFAULT_RUN, equals: "", unit: "", pass: null, fail: null },
};

const words: ReadonlySet<MeasureField> = new Set([
  "query",
  "errors",
  "requests",
  "canary",
  "baseline",
  "path",
  "field",
  "equals",
  "source",
  "unit",
]);

function fieldValue(field: MeasureField, text: string): unknown {
  if (words.has(field)) return text;
  const bound = /^(<=|>=|<|>)\s*(-?[\d.]+(?:e[+-]?\d+)?)$/i.exec(text);
  if (bound !== null) return { comparator: bound[1], value: Number(bound[2]) };
  if (text === "true" || text === "false") return text === "true";
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}

function measureIn(reading: Reading, section: Section): Measure | null {
  let kind: MeasureKind | null = null;
  const fields: Fields = {};
  for (const part of withDescendants(section)) {
    for (const { label, text } of labelledLines(part.blocks.filter(({ type }) => type !== "code")).rows) {
      const field = exactMeaning(label, MEASURE_FIELDS);
      if (exactMeaning(label, METHOD_LABELS) !== null) kind = exactMeaning(text, MEASURE_KINDS);
      if (field !== null) fields[field] = fieldValue(field, text);
    }
    const query = exactMeaning(part.name, MEASURE_FIELDS);
    const [code] = takeCode(reading, part.blocks);
    if (query !== null && code !== undefined) fields[query] = code.text;
    claim(reading, part.blocks);
    reading.namedSections.add(part);
  }
  const measure: unknown = kind === null ? null : { kind, ...usual[kind], ...fields };
  return isMeasure(measure) ? measure : null;
}

/** A heading that nothing else in the plan says, with a whole measure below it: watched, and guarding no gate. */
function ownCheck(section: Section, measure: Measure, order: number): Check {
  const { title } = section;
  return { id: `check:own-${order}`, name: title, text: title, measure, required: false, lines: sectionLines(section) };
}

/**
 * The checks with how they are measured: each heading of the chapter is the text of a check, the first that has it; one that no
 * check has is a check of its own.
 */
export function readChecks(reading: Reading, chapters: readonly Section[], checks: readonly Check[]): Check[] {
  const measured = [...checks];
  const told = new Set<number>();
  for (const section of chapters.flatMap(({ children }) => children)) {
    const open = checks.findIndex(({ text }, index) => text === section.title && !told.has(index));
    const check = measured[open];
    const measure = measureIn(reading, section);
    if (measure === null) {
      const rule = check === undefined ? "check-unknown" : "measure-incomplete";
      reading.findings.push(finding(rule, sectionLines(section), { check: section.title }));
    } else if (check === undefined) {
      measured.push(ownCheck(section, measure, measured.length - checks.length + 1));
    } else {
      told.add(open);
      measured[open] = { ...check, measure };
    }
  }
  return measured;
}
