import type { RootContent } from "mdast";
import type { LabelledText } from "@/lib/domain/plan/plan";
import { readDay } from "./clock-times";
import type { DocumentPart } from "./document-part";
import { labelledLines } from "./markdown/labels";
import { spanning } from "./markdown/node-text";
import type { Section } from "./markdown/outline";
import { type ReadTable, readTable, type TableKind, tableKind } from "./markdown/tables";
import { exactMeaning } from "./match-word";
import { reportColumns } from "./readers/timeline/report-columns";
import { claim, type Reading } from "./reading";
import type { TopicMap } from "./topics";
import { COLUMNS } from "./words/columns";
import { DOCUMENT_FACTS } from "./words/document-facts";
import { INFO_ROWS } from "./words/information";
import type { Topic } from "./words/topic";

export type FoundTable = { block: RootContent; table: ReadTable; kind: TableKind | null; section: Section };

function isKnownLabel(text: string): boolean {
  return exactMeaning(text, INFO_ROWS) !== null || exactMeaning(text, DOCUMENT_FACTS) !== null;
}

/** With a version or a day in it, two columns without heads or above the first chapter say what is released. */
function saysDayOrVersion({ cells }: ReadTable["rows"][number]): boolean {
  return /(?<![\w.])v?\d+\.\d+\.\d+(?![\w.])/.test(cells[1] ?? "") || readDay(cells[1] ?? "") !== null;
}

/** A table of two columns whose first holds what an information table names, whatever its head says. */
function isInformation(table: ReadTable, topic: Topic | null, section: Section): boolean {
  if (isInPairs(table)) return table.rows.some(({ cells }) => isKnownLabel(cells[0] ?? ""));
  if (table.headers.length !== 2) return false;
  const isPlain = section.depth < 2 || table.headers.every((header) => header === "");
  if (topic === null && isPlain && table.rows.some(saysDayOrVersion)) return true;
  const labels = [table.headers[0] ?? "", ...table.rows.map(({ cells }) => cells[0] ?? "")];
  const known = labels.filter(isKnownLabel).length;
  return known >= 2 || (topic === "info" && known >= 1) || (topic === "info" && tableKind(table) === null);
}

/** All tables that nobody has read, with what they say they are by their columns, else by their heading. */
export function openTables(reading: Reading, sections: readonly Section[], topics: TopicMap): FoundTable[] {
  return sections.flatMap((section) =>
    section.blocks.flatMap((block): FoundTable[] => {
      if (block.type !== "table" || reading.claimed.has(block)) return [];
      const table = readTable(block);
      const topic = topics.topicOf(section);
      const byColumns = tableKind(table);
      const isInfo = byColumns !== "contacts" && isInformation(table, topic, section);
      return [{ block, table, section, kind: isInfo ? "info" : byColumns }];
    }),
  );
}

const contactColumns = ["number", "role", "person", "phone", "email", "handle", "owner", "work"] as const;

/** The tables of one kind, claimed. */
export function takeTables(reading: Reading, tables: readonly FoundTable[], kind: TableKind): ReadTable[] {
  return tables.flatMap((found) => {
    if (found.kind !== kind) return [];
    claim(reading, [found.block]);
    if (kind === "contacts") reportColumns(reading, found.table, contactColumns);
    return [found.table];
  });
}

/** "项目 | 内容 | 项目 | 内容", or a form whose first and third columns ask for what the others answer. */
function isInPairs(table: ReadTable): boolean {
  if (table.headers.length !== 4) return false;
  const [one, two, three, four] = table.headers;
  return (one === three && two === four) || isForm(table);
}

/** A form of four columns: what a document's head names stands in the odd ones, in the head as in the rows. */
function isForm(table: ReadTable): boolean {
  const all = [table.headers, ...table.rows.map(({ cells }) => cells)];
  const known = (index: number) => all.filter((cells) => isKnownLabel(cells[index] ?? "")).length;
  return known(0) >= 2 && known(2) >= 1 && known(1) === 0 && known(3) === 0;
}

function inPairs(cells: readonly string[], lines: LabelledText["lines"]): LabelledText[] {
  const pairs = [cells.slice(0, 2), cells.slice(2, 4)];
  return pairs.flatMap(([label = "", text = ""]) => (label === "" ? [] : [{ label, text, lines }]));
}

/** A table without a head of its own has its first row there: "Owner | @platform" above "Change ticket | …". */
function answersInHead(table: ReadTable): boolean {
  const [label = "", text = ""] = table.headers;
  if (isForm(table)) return true;
  if (tableKind(table) === null && isKnownLabel(label) && !isKnownLabel(text)) return true;
  const heads = [exactMeaning(text, COLUMNS), exactMeaning(label, COLUMNS)];
  const isHead = heads[0] !== null || heads[1] === "item" || heads[1] === "work" || heads[1] === "content";
  return text !== "" && !isHead && !isKnownLabel(text);
}

function rowsOf(table: ReadTable): LabelledText[] {
  const head = { cells: table.headers, lines: { from: table.lines.from, to: table.lines.from } };
  const all = answersInHead(table) ? [head, ...table.rows] : table.rows;
  return all.flatMap(({ cells, lines }) => {
    if (isInPairs(table)) return inPairs(cells, lines);
    const text = cells
      .slice(1)
      .filter((cell) => cell !== "")
      .join(" ");
    const label = cells[0] ?? "";
    return label === "" ? [] : [{ label, text, lines }];
  });
}

/** The rows of information: of tables, and of "label: text" lines under its heading. */
export function informationPart(
  reading: Reading,
  tables: readonly ReadTable[],
  sections: readonly Section[],
): DocumentPart {
  const fromTables = tables.flatMap(rowsOf);
  const fromLines: LabelledText[] = sections.flatMap((section) =>
    section.blocks.flatMap((block) => {
      if (reading.claimed.has(block) || block.type === "table" || block.type === "code") return [];
      const found = labelledLines([block]);
      const known = found.rows.some(({ label }) => isKnownLabel(label));
      if (!found.complete && !(known && block.type === "list")) return [];
      if (found.complete) claim(reading, [block]);
      return found.rows.map(({ label, text, lines }) => ({ label, text, lines }));
    }),
  );
  const rows = [...fromTables, ...fromLines];
  return { rows, lines: spanning([...tables.map(({ lines }) => lines), ...fromLines.map(({ lines }) => lines)]) };
}
