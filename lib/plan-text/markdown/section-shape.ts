import type { RootContent } from "mdast";
import { polarityOfAll } from "../condition-polarity";
import { exactMeaning } from "../match-word";
import { BLUE_GREEN_PARTS } from "../words/canary-parts";
import type { Topic } from "../words/topic";
import { isList, itemTexts } from "./node-text";
import type { Section } from "./outline";
import { isContactLines, isContactList, isDrawing, isSpanList, isTaskList, isTimedList } from "./shapes";
import { cellsUnder, readTable, tableKind } from "./tables";

/** How many headings below it are parts of a switch and back, with what they run. */
function partsOfSwitch(section: Section): number {
  return section.children.filter(({ name, blocks }) => {
    const bare = name.replace(/\s*[（(][^（()）]*[)）]\s*$/, "");
    return exactMeaning(bare, BLUE_GREEN_PARTS) !== null && blocks.some(({ type }) => type === "code");
  }).length;
}

/** "Stage 3: 100%": a stage that has no name but its share of the traffic. */
const onlyShare = /^\d{1,3}(?:\.\d+)?\s*[%％]$/;

/** "Error rate | > 5 %": a table of limits that nothing may go beyond. */
function namesTrouble(block: RootContent): boolean {
  if (block.type !== "table" || tableKind(readTable(block)) !== "criteria") return false;
  const table = readTable(block);
  return polarityOfAll(table.rows.map((row) => cellsUnder(table, row, ["item", "threshold"]).join(" "))) === "trouble";
}

/** What a section is about by the form of its own blocks; null when that says nothing. */
export function topicByShape(section: Section, above: Topic | null): Topic | null {
  const lists = section.blocks.filter(isList);
  if (lists.some(isTaskList))
    return above === "criteria" || above === "goals" || above === "procedure" ? null : "checklist";
  if (above === null && lists.some(isSpanList)) return "windows";
  if (lists.some(isTimedList)) return "timeline";
  const tables = section.blocks.flatMap((block) => (block.type === "table" ? [tableKind(readTable(block))] : []));
  if (tables.includes("checklist") && above === null) return "checklist";
  if (tables.includes("windows") && above === null) return "windows";
  if (tables.includes("playbooks") && above === null) return "playbooks";
  if (tables.includes("triggers") && above === null) return "triggers";
  if (above === null && section.blocks.some(namesTrouble)) return "triggers";
  if (above === null && (lists.some(isContactList) || section.blocks.some(isContactLines))) return "contacts";
  if (above === null && partsOfSwitch(section) > 1) return "blue-green";
  if (above === null && onlyShare.test(section.name)) return "canary";
  const polarity =
    above === null ? polarityOfAll(lists.flatMap((list) => itemTexts([list])).map(({ text }) => text)) : null;
  // Conditions with commands below them are the way back as a whole.
  if (polarity === "trouble") return section.blocks.some(({ type }) => type === "code") ? "procedure" : "triggers";
  const inItems = lists.some((list) => list.children.some((item) => item.children.some(({ type }) => type === "code")));
  if (inItems && (above === null || above === "info")) return "steps";
  const commands = section.blocks.some((block) => block.type === "code" && !isDrawing(block));
  return commands && (above === null || above === "info") ? "steps" : null;
}
