import type { SuccessCriterion } from "@/lib/domain/plan/plan";
import { flatItems, isList, itemText } from "../markdown/node-text";
import type { Section } from "../markdown/outline";
import { cellsUnder, type ReadTable, readTable } from "../markdown/tables";
import { claim, type Reading } from "../reading";

type Draft = Omit<SuccessCriterion, "id">;

function isTick(cell: string): boolean {
  return /^(?:✅|☑|✔|\[x\])/iu.test(cell);
}

/** "Error rate" and "< 0.1 %" in two columns are one condition. */
export function conditionsOf(table: ReadTable): { text: string; lines: Draft["lines"]; cells: string[] }[] {
  return table.rows.flatMap((row) => {
    const named = cellsUnder(table, row, ["condition", "item", "focus", "work", "symptom", "threshold", "content"]);
    const parts = named.length > 0 ? named : row.cells.slice(0, 2).filter((cell) => cell !== "");
    return parts.length === 0 ? [] : [{ text: parts.join(" "), lines: row.lines, cells: row.cells }];
  });
}

/** Success criteria. A tick in the document is kept as drawn and is never taken as met. */
export function readCriteria(reading: Reading, sections: readonly Section[]): SuccessCriterion[] {
  const drafts: Draft[] = [];
  for (const section of sections) {
    for (const block of section.blocks) {
      if (isList(block)) {
        claim(reading, [block]);
        for (const item of flatItems(block)) {
          const { text, lines } = itemText(item);
          if (text !== "") drafts.push({ group: section.name, text, ticked: item.checked === true, lines });
        }
      } else if (block.type === "table") {
        claim(reading, [block]);
        for (const { text, lines, cells } of conditionsOf(readTable(block))) {
          drafts.push({ group: section.name, text, ticked: cells.some(isTick), lines });
        }
      }
    }
  }
  return drafts.map((draft, index): SuccessCriterion => ({ id: `criterion:${index + 1}`, ...draft }));
}
