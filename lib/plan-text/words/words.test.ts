import { describe, expect, test } from "vitest";
import { comparable, exactMeaning, findMeaning } from "../match-word";
import { BINDING_COLUMNS, BINDING_TARGETS, OWN_COMMANDS } from "./bindings";
import { BLUE_GREEN_PARTS, CANARY_PARTS } from "./canary-parts";
import { CHANNEL_KINDS } from "./channels";
import { COLUMNS } from "./columns";
import { COMPARATORS, COMPARATORS_BEHIND, CRITERION_UNITS, HOLDING_WORDS, QUALITATIVES } from "./criteria";
import { DOCUMENT_FACTS } from "./document-facts";
import { FULL_TRAFFIC } from "./full-traffic";
import { BACK_WORDS, CONDITION_WORDS, HEADING_SENSES } from "./heading-senses";
import { INFO_ROWS } from "./information";
import { OPTIONAL_WORDS, OWNER_LABELS, PARALLEL_WORDS, TRIGGER_LEVELS, YES_NO } from "./labels";
import { MEASURE_FIELDS, MEASURE_KINDS, METHOD_LABELS } from "./measures";
import { PLAYBOOK_PARTS, REVIEW_PARTS } from "./playbook-parts";
import { POLARITIES } from "./polarity";
import { ROLES } from "./roles";
import { SECTION_OWNERS } from "./section-owners";
import { STAGE_KIND_WORDS } from "./stage-kinds";
import { TOPICS, WHOLE_TOPICS } from "./topics";
import type { WordRow } from "./word-row";
import { WORK_LABELS } from "./work-labels";

const tables: Record<string, readonly WordRow<unknown>[]> = {
  topics: TOPICS,
  "whole headings": WHOLE_TOPICS,
  "work labels": WORK_LABELS,
  columns: COLUMNS,
  roles: ROLES,
  "stage kinds": STAGE_KIND_WORDS,
  "section owners": SECTION_OWNERS,
  "information rows": INFO_ROWS,
  "document facts": DOCUMENT_FACTS,
  "canary parts": CANARY_PARTS,
  "blue-green parts": BLUE_GREEN_PARTS,
  "playbook parts": PLAYBOOK_PARTS,
  "review parts": REVIEW_PARTS,
  "channel kinds": CHANNEL_KINDS,
  "trigger levels": TRIGGER_LEVELS,
  "owner labels": OWNER_LABELS,
  optional: OPTIONAL_WORDS,
  parallel: PARALLEL_WORDS,
  "full traffic": FULL_TRAFFIC,
  "yes and no": YES_NO,
  measures: MEASURE_KINDS,
  "measure fields": MEASURE_FIELDS,
  "method labels": METHOD_LABELS,
  "columns of bindings": BINDING_COLUMNS,
  "targets of bindings": BINDING_TARGETS,
  "own commands": OWN_COMMANDS,
  comparators: COMPARATORS,
  "comparators behind": COMPARATORS_BEHIND,
  "conditions without a figure": QUALITATIVES,
  "units of criteria": CRITERION_UNITS,
  "holding words": HOLDING_WORDS,
  "words of the way back": BACK_WORDS,
  "words of conditions": CONDITION_WORDS,
  "senses of headings": HEADING_SENSES,
  polarities: POLARITIES,
};

const rows = Object.entries(tables).flatMap(([table, found]) =>
  found.map((row) => ({ table, row, rows: found, meaning: String(row.meaning) })),
);

describe.each(rows)("$table: $meaning", ({ row, rows: table }) => {
  test.each([...row.zh, ...row.en])("is meant by “%s”", (word) => {
    expect(word).toBe(comparable(word));
    expect(exactMeaning(word, table)).toBe(row.meaning);
    expect(findMeaning(`（${word.toUpperCase()}）：`, table)).toBe(row.meaning);
  });
});

describe("a word", () => {
  test("is looked for as a whole in Latin letters and anywhere in Chinese", () => {
    expect(findMeaning("The pmo decides", ROLES)).toBeNull();
    expect(findMeaning("本次DBA值班", ROLES)).toBe("role:dba");
  });
  test("loses against a longer one", () => expect(findMeaning("回滚决策标准", TOPICS)).toBe("triggers"));
  test("is found in full-width letters", () => expect(findMeaning("ＤＢＡ", ROLES)).toBe("role:dba"));
});
