import { finding } from "../../findings";
import type { ReadTable } from "../../markdown/tables";
import type { Reading } from "../../reading";
import type { Column } from "../../words/column";

const timelineColumns: readonly Column[] = [
  "number",
  "time",
  "day",
  "end",
  "stage",
  "work",
  "item",
  "owner",
  "role",
  "person",
  "duration",
  "share",
  "status",
];

/** A column that no part of the plan has room for is said to be left out. */
export function reportColumns(reading: Reading, table: ReadTable, used: readonly Column[] = timelineColumns): void {
  const head = { from: table.lines.from, to: table.lines.from };
  for (const [index, text] of table.headers.entries()) {
    const column = table.columns[index] ?? null;
    const says = table.rows.some((row) => /[\p{L}\p{N}]/u.test(row.cells[index] ?? ""));
    if ((column === null || !used.includes(column)) && text !== "" && says) {
      reading.findings.push(finding("column-ignored", head, { text }));
    }
  }
}
