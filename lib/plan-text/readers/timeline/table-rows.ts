import { readAsides } from "../../asides";
import { readLeadingTime } from "../../leading-time";
import { lostPart } from "../../lost-part";
import { cellOf, type ReadTable } from "../../markdown/tables";
import { comparable } from "../../match-word";
import type { Reading } from "../../reading";
import type { TimelineRow } from "./timeline-row";

/** A bare figure has the unit that the column's head names, else minutes: "Duration (h)". */
function withUnit(text: string, header: string): string {
  if (!/^\s*[\d.]+\s*$/.test(text)) return text;
  const unit = /[（(/]\s*(h|hours?|小时|hrs?|d|days?|天|s|sec|秒)\s*[)）]?/.exec(comparable(header))?.[1] ?? "min";
  return `${text.trim()} ${unit}`;
}

/** "**B – Data**" between rows that say when: a heading inside the table, and no work. */
function isGroupRow(table: ReadTable, row: ReadTable["rows"][number]): boolean {
  if (row.cells.filter((text) => text !== "").length !== 1 || table.columns.length < 3) return false;
  const timed = table.rows.filter((one) => (cellOf(table, one, "time") ?? "") !== "").length;
  return timed * 2 > table.rows.length;
}

/** The rows of a timeline's table; a row without any work becomes a finding. */
export function tableRows(reading: Reading, table: ReadTable, context: string): TimelineRow[] {
  const header = table.headers[table.columns.indexOf("duration")] ?? "";
  return table.rows.flatMap((row) => {
    const cell = (column: Parameters<typeof cellOf>[2]) => cellOf(table, row, column) ?? "";
    const label = cell("stage");
    const written = cell("work") || cell("item") || label;
    const leading = table.columns.includes("time") ? null : readLeadingTime(written);
    const asides = readAsides(leading?.rest || written, reading.roles);
    if (isGroupRow(table, row)) return [];
    if (written === "") {
      if (row.cells.some((text) => text !== "")) {
        reading.findings.push(lostPart(row.lines, row.cells.join(" | "), "timeline"));
      }
      return [];
    }
    const hasOwner = table.columns.includes("owner");
    const hasLength = table.columns.includes("duration");
    return [
      {
        number: cell("number").replace(/[.)、）]$/, ""),
        label,
        name: hasOwner && hasLength && leading === null ? written : asides.name,
        startText: cell("time") || cell("day") || leading?.time || "",
        context: cell("day") || context,
        endText: cell("end"),
        durationText: hasLength ? withUnit(cell("duration"), header) : asides.duration,
        ownerText: (hasOwner ? cell("owner") : "") || cell("role") || cell("person") || (hasOwner ? "" : asides.owner),
        shareText: cell("share"),
        closes: !hasLength,
        words: row.cells.join(" "),
        lines: row.lines,
      },
    ];
  });
}
