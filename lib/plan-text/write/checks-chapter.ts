import type { RootContent } from "mdast";
import { DEFAULT_RUN, type Measure, type MeasureKind, queriesOf } from "@/lib/domain/plan/measure";
import type { Check, Plan } from "@/lib/domain/plan/plan";
import { isRecord } from "../settings/guards";
import { MEASURE_FIELDS, MEASURE_KINDS, METHOD_LABELS } from "../words/measures";
import type { WordRow } from "../words/word-row";
import { type Chapter, chapterOf, type Writing } from "./chapter";
import { boldLine, code, heading, labelledItem, list } from "./nodes";

function wordFor<Meaning>(rows: readonly WordRow<Meaning>[], meaning: Meaning, language: Plan["language"]): string {
  return rows.find((row) => row.meaning === meaning)?.[language][0] ?? String(meaning);
}

function textOfValue(value: unknown): string {
  return isRecord(value) ? `${String(value["comparator"])} ${String(value["value"])}` : String(value);
}

const usual: Readonly<Record<string, unknown>> = { ...DEFAULT_RUN, pass: null, fail: null, unit: "", equals: "" };

function measureBlocks(measure: Measure, language: Plan["language"]): RootContent[] {
  const queries = new Set<unknown>(queriesOf(measure));
  const given: Readonly<Record<string, unknown>> = { ...measure };
  const fields = MEASURE_FIELDS.filter(({ meaning }) => Object.hasOwn(given, meaning));
  const isQuery = (meaning: string) => queries.has(given[meaning]) && meaning !== "source" && meaning !== "unit";
  const lines = fields.filter(
    ({ meaning }) => !isQuery(meaning) && (!Object.hasOwn(usual, meaning) || given[meaning] !== usual[meaning]),
  );
  const method = wordFor(METHOD_LABELS, "method", language);
  const kind: MeasureKind = measure.kind;
  return [
    list([
      labelledItem(method, wordFor(MEASURE_KINDS, kind, language)),
      ...lines.map((row) => labelledItem(row[language][0] ?? row.meaning, textOfValue(given[row.meaning]))),
    ]),
    ...fields
      .filter(({ meaning }) => isQuery(meaning))
      .flatMap((row) => [boldLine(row[language][0] ?? row.meaning), code("promql", String(given[row.meaning]))]),
  ];
}

function checkBlocks({ text, measure }: Check, language: Plan["language"]): RootContent[] {
  return measure === null ? [] : [heading(3, text), ...measureBlocks(measure, language)];
}

/** How the checks are measured; those that nobody has said it of are left to what they come from. */
export function checksChapter({ plan, phrases }: Writing): Chapter | null {
  const measured = plan.checks.filter(({ measure }) => measure !== null);
  const blocks = measured.flatMap((check) => checkBlocks(check, plan.language));
  // A check's own lines are those of the sentence that wants it.
  const chapter = chapterOf(measured, [heading(2, phrases.checks), ...blocks]);
  return chapter === null ? null : { ...chapter, from: 0 };
}
