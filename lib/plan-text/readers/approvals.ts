import type { RootContent } from "mdast";
import type { Approval, LabelledText, Text } from "@/lib/domain/plan/plan";
import { splitLabel } from "../markdown/labels";
import { isList, itemTexts } from "../markdown/node-text";
import { cellOf, type ReadTable, readTable } from "../markdown/tables";
import { meaningOf } from "../match-word";
import { claim, type Reading } from "../reading";
import { DOCUMENT_FACTS } from "../words/document-facts";

function approvalsIn(reading: Reading, text: string, lines: Text["lines"]): Approval[] {
  return reading.roles.owners(text).map((role) => ({ role, lines }));
}

/** In which capacity somebody signs: the role's column, else the one in front of the names ("审批环节 | 审批人"). */
function capacityColumn(table: ReadTable): number {
  const role = table.columns.indexOf("role");
  const person = table.columns.indexOf("person");
  if (role >= 0) return role;
  const before = table.columns.findIndex((column, index) => index < person && column !== "number");
  return before >= 0 ? before : person;
}

function ofTable(reading: Reading, table: ReadTable): Approval[] {
  const column = capacityColumn(table);
  return table.rows.flatMap((row) => {
    const who = (row.cells[column] ?? "") || row.cells.find((cell) => cell !== "") || "";
    const approvals = approvalsIn(reading, who, row.lines);
    const person = cellOf(table, row, "person") ?? "";
    const [only] = approvals;
    if (only !== undefined && person !== "" && person !== who && !reading.roles.knows(person)) {
      reading.roles.addPerson(person, only.role);
    }
    return approvals;
  });
}

function ofBlock(reading: Reading, block: RootContent): Approval[] {
  if (block.type === "table") return ofTable(reading, readTable(block));
  if (!isList(block)) return [];
  return itemTexts([block]).flatMap(({ text, lines }) => approvalsIn(reading, splitLabel(text)?.label ?? text, lines));
}

/** Those whom the document asks to approve it: in its head or foot, and under a heading of their own. */
export function readApprovals(
  reading: Reading,
  document: readonly LabelledText[],
  blocks: readonly RootContent[],
): Approval[] {
  const named = document
    .filter((row) => meaningOf(row.label, DOCUMENT_FACTS) === "approval")
    .flatMap((row) => approvalsIn(reading, row.text, row.lines));
  claim(reading, blocks);
  const all = [...named, ...blocks.flatMap((block) => ofBlock(reading, block))];
  return all.filter(({ role }, index) => all.findIndex((other) => other.role === role) === index);
}
