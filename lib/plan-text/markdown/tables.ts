import type { Table, TableRow } from "mdast";
import type { Lines } from "@/lib/domain/plan/plan";
import { exactMeaning, meaningOf } from "../match-word";
import type { Column } from "../words/column";
import { COLUMNS } from "../words/columns";
import { withoutAbsent } from "./absent";
import { withForms } from "./column-forms";
import { linesOf, textOf } from "./node-text";

export type ReadRow = { cells: string[]; lines: Lines };
export type ReadTable = { columns: (Column | null)[]; headers: string[]; rows: ReadRow[]; lines: Lines };

export type TableKind =
  | "timeline"
  | "contacts"
  | "windows"
  | "info"
  | "canary"
  | "checklist"
  | "criteria"
  | "triggers"
  | "playbooks"
  | "approvals";

/** "3", "4.1", "B2" and "#7" number a row and say nothing else. */
function isOrdinal(cell: string): boolean {
  return /^#?[A-Za-z]{0,2}\d{0,3}(?:[.-]\d{1,3})*[.)、）]?$/.test(cell) && !/^[A-Za-z]{1,2}$/.test(cell);
}

function cells(row: TableRow): string[] {
  return row.children.map((cell) => withoutAbsent(textOf(cell).trim()));
}

/** A table with the meaning of each column; of two columns with one meaning the first counts. */
export function readTable(table: Table): ReadTable {
  const [head, ...body] = table.children;
  const headers = head === undefined ? [] : cells(head);
  const rows = body.map(cells);
  const isCount = (index: number) => rows.length > 1 && rows.every((row) => isOrdinal(row[index] ?? ""));
  // "Looking at" has the word of a time in it and holds none.
  const tellsTime = (index: number) =>
    rows.every((row) => (row[index] ?? "") === "") || rows.some((row) => /\d/.test(row[index] ?? ""));
  const counted: ReadonlySet<Column | null> = new Set<Column | null>(["work", "stage", "item"]);
  const found = headers.map((header, index) => {
    const meaning = meaningOf(header, COLUMNS);
    if (meaning === "time" && exactMeaning(header, COLUMNS) === null && !tellsTime(index)) return null;
    // "Step | Action" with 1, 2, 3 below: the first column only counts.
    return (counted.has(meaning) || meaning === null) && isCount(index) ? "number" : meaning;
  });
  // "Audience | Traffic": of two columns that may say how much the one with percentages does.
  const percent = (index: number) => rows.filter((row) => /\d\s*[%％]/.test(row[index] ?? "")).length;
  const shares = found.flatMap((column, index) => (column === "share" ? [index] : []));
  const [share] = shares.toSorted((a, b) => percent(b) - percent(a));
  const first = (column: Column | null) => (column === "share" ? share : found.indexOf(column));
  const named = found.map((column, index) => (first(column) === index ? column : null));
  return {
    headers,
    columns: leavesOpen(kindOfColumns(named)) ? withForms(named, rows) : named,
    rows: body.map((row) => ({ cells: cells(row), lines: linesOf(row) })),
    lines: linesOf(table),
  };
}

/** Of "Begin | Finish | Activity | Done by" the words see boxes to tick: times below tell more. */
function leavesOpen(kind: TableKind | null): boolean {
  return kind === null || kind === "checklist";
}

/** The cell of a row under the column of this meaning; null when the table has no such column. */
export function cellOf(table: ReadTable, row: ReadRow, column: Column): string | null {
  const index = table.columns.indexOf(column);
  return index < 0 ? null : (row.cells[index] ?? "");
}

/** What a table is about by its columns; null when they do not say. */
export function tableKind(table: ReadTable): TableKind | null {
  return kindOfColumns(table.columns);
}

function kindOfColumns(columns: readonly (Column | null)[]): TableKind | null {
  const has = (column: Column) => columns.includes(column) || (column === "time" && columns.includes("day"));
  const isWho = has("role") || has("person");
  if (isWho && has("signature")) return "approvals";
  if (isWho && (has("phone") || has("email") || has("handle"))) return "contacts";
  if (has("role") && has("person")) return "contacts";
  if (has("share") && !has("work") && (has("duration") || has("exit") || has("entry") || has("stage"))) return "canary";
  if (has("time") && has("focus")) return "windows";
  if ((has("stage") || has("work")) && (has("time") || has("duration"))) return "timeline";
  if (has("symptom") && (has("response") || has("work") || has("recovery"))) return "playbooks";
  if (has("condition") && (has("threshold") || has("level") || has("response") || has("work"))) return "triggers";
  if ((has("item") || has("work") || has("condition")) && has("status")) return "checklist";
  if (has("item") && has("threshold")) return "criteria";
  if (has("item") && has("content")) return "info";
  return null;
}

/** The cells of a row under these columns, those that say something. */
export function cellsUnder(table: ReadTable, row: ReadRow, columns: readonly Column[]): string[] {
  return columns.map((column) => cellOf(table, row, column) ?? "").filter((text) => text !== "");
}
