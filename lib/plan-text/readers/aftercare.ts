import type { ObservationWindow, SuccessCriterion } from "@/lib/domain/plan/plan";
import { readMinuteRange } from "../durations";
import { finding } from "../findings";
import { flatItems, isList, itemText } from "../markdown/node-text";
import { type Section, withDescendants } from "../markdown/outline";
import { cellOf, type ReadTable } from "../markdown/tables";
import { claim, type Reading } from "../reading";

/** Observation windows of a table; a row whose span cannot be read becomes a finding. */
export function readWindows(reading: Reading, table: ReadTable): ObservationWindow[] {
  const windows: ObservationWindow[] = [];
  for (const row of table.rows) {
    const text = cellOf(table, row, "time") ?? "";
    const range = readMinuteRange(text);
    if (range === null) {
      reading.findings.push(finding("not-understood", row.lines, { text: row.cells.join(" | ") }));
      continue;
    }
    const ownersText = cellOf(table, row, "owner") ?? "";
    windows.push({
      id: `window:${windows.length + 1}`,
      text,
      fromMin: range.from,
      toMin: range.to,
      focus: (cellOf(table, row, "focus") ?? "").split(/\s*[、,，;；]\s*/).filter((part) => part !== ""),
      owners: reading.roles.owners(ownersText),
      ownersText,
      lines: row.lines,
    });
  }
  return windows;
}

/** Success criteria. A tick in the document is kept as drawn and is never taken as met. */
export function readCriteria(reading: Reading, sections: readonly Section[]): SuccessCriterion[] {
  const criteria: SuccessCriterion[] = [];
  for (const section of sections.flatMap(withDescendants)) {
    const lists = section.blocks.filter(isList);
    claim(reading, lists);
    for (const item of lists.flatMap(flatItems)) {
      const { text, lines } = itemText(item);
      const id = `criterion:${criteria.length + 1}` as const;
      criteria.push({ id, group: section.name, text, ticked: item.checked === true, lines });
    }
  }
  const ticked = criteria.filter((criterion) => criterion.ticked);
  const [first] = ticked;
  if (first !== undefined) reading.findings.push(finding("criteria-ticked", first.lines, { count: ticked.length }));
  return criteria;
}
