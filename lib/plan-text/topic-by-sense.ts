import { isList } from "./markdown/node-text";
import type { Section } from "./markdown/outline";
import { isTaskList } from "./markdown/shapes";
import { readTable, tableKind } from "./markdown/tables";
import { findMeaning } from "./match-word";
import { BACK_WORDS, CONDITION_WORDS, HEADING_SENSES } from "./words/heading-senses";
import type { Topic } from "./words/topic";

type Form = { lists: boolean; tables: boolean; code: boolean; parts: boolean };

function formOf({ blocks, children }: Section): Form {
  return {
    lists: blocks.some(isList),
    tables: blocks.some(({ type }) => type === "table"),
    code: blocks.some(({ type }) => type === "code"),
    parts: children.length > 0,
  };
}

/** Conditions have no commands; a heading that says when and is followed by commands says both. */
function ofWayBack(section: Section, form: Form): Topic | null {
  const says = (words: typeof BACK_WORDS) => findMeaning(section.name, words) !== null;
  if (findMeaning(section.name, HEADING_SENSES) === "after") return form.lists || form.tables ? "followups" : null;
  if (says(CONDITION_WORDS) && (form.lists || form.tables || form.parts) && !form.code) return "triggers";
  return form.lists || form.tables || form.code || form.parts ? "procedure" : null;
}

/**
 * What a heading in free words is about, where none of the usual words names it: "When we go back" above a list are triggers,
 * "Going back" above commands is the procedure, "What good looks like" above a list are the criteria.
 */
export function topicBySense(section: Section): Topic | null {
  const form = formOf(section);
  if (findMeaning(section.name, BACK_WORDS) !== null) return ofWayBack(section, form);
  const sense = findMeaning(section.name, HEADING_SENSES);
  const holds = form.lists || form.tables;
  if (sense === null || (!holds && !form.parts)) return null;
  const kinds = section.blocks.flatMap((block) => (block.type === "table" ? [tableKind(readTable(block))] : []));
  if (kinds.includes("timeline") || kinds.includes("contacts") || kinds.includes("info")) return null;
  const tasks = section.blocks.some((block) => isList(block) && isTaskList(block));
  if (sense === "before") return "checklist";
  // "What to look at after each cut" above a table of limits.
  if (sense === "after" && kinds.includes("criteria")) return "criteria";
  if (sense === "after") return holds && !tasks ? "windows" : null;
  if (sense === "success") return "criteria";
  return form.lists && !tasks ? "goals" : null;
}
