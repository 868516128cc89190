import type { Table } from "mdast";
import type { LabelledText } from "@/lib/domain/plan/plan";
import type { DocumentPart } from "./document-part";
import { finding } from "./findings";
import { labelledLines } from "./markdown/labels";
import { spanning } from "./markdown/node-text";
import { type Section, withDescendants } from "./markdown/outline";
import { type ReadTable, readTable, type TableKind, tableKind } from "./markdown/tables";
import { claim, type Reading } from "./reading";
import type { TopicMap } from "./topics";
import type { Column } from "./words/columns";
import type { Topic } from "./words/topics";

type Found = { table: ReadTable; kind: TableKind };

const topicKinds: Partial<Record<Topic, TableKind>> = {
  info: "info",
  timeline: "timeline",
  windows: "windows",
  contacts: "contacts",
};

/** By its columns; where they do not say, by its heading. */
function kindOf(table: ReadTable, topic: Topic | null): TableKind | null {
  const byColumns = tableKind(table);
  if (byColumns === "timeline" && topic === "windows" && table.columns.includes("time")) return "windows";
  if (byColumns !== null) return byColumns;
  const byTopic = topic === null ? null : (topicKinds[topic] ?? null);
  return byTopic === "info" && table.headers.length !== 2 ? null : byTopic;
}

const usedColumns: Record<Exclude<TableKind, "info">, readonly Column[]> = {
  timeline: ["time", "stage", "work", "owner", "duration"],
  contacts: ["role", "person", "phone", "email"],
  windows: ["time", "focus", "owner"],
};

/** A column that no part of the plan has room for is said to be left out. */
function reportColumns(reading: Reading, { table, kind }: Found): void {
  if (kind === "info") return;
  const head = { from: table.lines.from, to: table.lines.from };
  for (const [index, text] of table.headers.entries()) {
    const column = table.columns[index] ?? null;
    const isUsed = column !== null && usedColumns[kind].includes(column);
    if (!isUsed && text !== "") reading.findings.push(finding("column-ignored", head, { text }));
  }
}

/** All tables that say what they are. */
export function findTables(reading: Reading, document: Section, topics: TopicMap): Found[] {
  return withDescendants(document).flatMap((section) =>
    section.blocks
      .filter((block): block is Table => block.type === "table")
      .flatMap((block) => {
        const table = readTable(block);
        const kind = kindOf(table, topics.topicOf(section));
        if (kind === null) return [];
        claim(reading, [block]);
        return [{ table, kind }];
      }),
  );
}

/** The one table of a kind that counts: the first. Another one becomes a finding. */
export function firstTable(reading: Reading, tables: readonly Found[], kind: TableKind): ReadTable | null {
  const [first, ...more] = tables.filter((found) => found.kind === kind).map((found) => found.table);
  if (first === undefined) return null;
  reportColumns(reading, { table: first, kind });
  for (const table of more) {
    const part = table.headers.join(" | ");
    reading.findings.push(finding("part-doubled", table.lines, { part, first: first.lines.from }));
  }
  return first;
}

/** The rows of information: of the table, else of "label: text" lines under its heading. */
export function informationPart(reading: Reading, table: ReadTable | null, sections: readonly Section[]): DocumentPart {
  if (table !== null) {
    const rows = table.rows.map(({ cells, lines }) => ({
      label: cells[0] ?? "",
      text: cells
        .slice(1)
        .filter((cell) => cell !== "")
        .join(" "),
      lines,
    }));
    return { rows: rows.filter((row) => row.label !== ""), lines: table.lines };
  }
  const rows: LabelledText[] = sections.flatMap((section) =>
    section.blocks.flatMap((block) => {
      const found = labelledLines([block]);
      if (!found.complete) return [];
      claim(reading, [block]);
      return found.rows.map(({ label, text, lines }) => ({ label, text, lines }));
    }),
  );
  return { rows, lines: spanning(rows.map((row) => row.lines)) };
}
