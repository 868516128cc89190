import type { Topic } from "../words/topics";
import { isList } from "./node-text";
import type { Section } from "./outline";
import { isContactList, isDrawing, isTaskList, isTimedList } from "./shapes";
import { readTable, tableKind } from "./tables";

/** What a section is about by the form of its own blocks; null when that says nothing. */
export function topicByShape(section: Section, above: Topic | null): Topic | null {
  const lists = section.blocks.filter(isList);
  if (lists.some(isTaskList)) return above === "criteria" || above === "goals" ? null : "checklist";
  if (lists.some(isTimedList)) return "timeline";
  const tables = section.blocks.flatMap((block) => (block.type === "table" ? [tableKind(readTable(block))] : []));
  if (tables.includes("checklist") && above === null) return "checklist";
  if (lists.some(isContactList) && above === null) return "contacts";
  const commands = section.blocks.some((block) => block.type === "code" && !isDrawing(block));
  return commands && (above === null || above === "info") ? "steps" : null;
}
