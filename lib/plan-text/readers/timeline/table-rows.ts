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

/** The rows of a timeline's table; a row without any work becomes a finding. */
export function tableRows(reading: Reading, table: ReadTable, context: string): TimelineRow[] {
  const header = table.headers[table.columns.indexOf("duration")] ?? "";
  return table.rows.flatMap((row) => {
    const cell = (column: Parameters<typeof cellOf>[2]) => cellOf(table, row, column) ?? "";
    const label = cell("stage");
    const written = cell("work") || cell("item") || label;
    const leading = table.columns.includes("time") ? null : readLeadingTime(written);
    const asides = readAsides(leading?.rest || written, reading.roles);
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
        label,
        name: hasOwner && hasLength && leading === null ? written : asides.name,
        startText: cell("time") || cell("day") || leading?.time || "",
        context: cell("day") || context,
        endText: cell("end"),
        durationText: hasLength ? withUnit(cell("duration"), header) : asides.duration,
        ownerText: (hasOwner ? cell("owner") : "") || cell("role") || cell("person") || (hasOwner ? "" : asides.owner),
        shareText: cell("share"),
        words: row.cells.join(" "),
        lines: row.lines,
      },
    ];
  });
}
