import type { List } from "mdast";
import type { ChecklistSection } from "@/lib/domain/plan/plan";
import { labelledLines, splitLabel } from "../markdown/labels";
import { flatItems, isList, itemText } from "../markdown/node-text";
import { type Section, sectionLines, withDescendants } from "../markdown/outline";
import { findMeaning } from "../match-word";
import { claim, type Reading } from "../reading";
import { OPTIONAL_WORDS, OWNER_LABELS } from "../words/labels";

/** Owners in a heading's brackets: "数据库检查（负责人: DBA）". */
function ownersInTitle(title: string): { name: string; owners: string } {
  const found = /^(.*?)\s*[（([]\s*([^（()）]*?)\s*[)）\]]\s*$/.exec(title);
  const label = splitLabel(found?.[2] ?? "");
  if (found === null || label === null || findMeaning(label.label, OWNER_LABELS) === null)
    return { name: title, owners: "" };
  return { name: found[1] ?? title, owners: label.text };
}

function ownersBelow(reading: Reading, section: Section): string {
  const paragraphs = section.blocks.filter((block) => block.type === "paragraph" || block.type === "blockquote");
  const { rows, complete } = labelledLines(paragraphs);
  const owner = rows.find((row) => findMeaning(row.label, OWNER_LABELS) !== null);
  if (owner !== undefined && complete && rows.length === 1) claim(reading, paragraphs);
  return owner?.text ?? "";
}

function readSection(reading: Reading, section: Section, lists: readonly List[], order: number): ChecklistSection {
  claim(reading, lists);
  const titled = ownersInTitle(section.name);
  const owners = reading.roles.owners(titled.owners || ownersBelow(reading, section));
  const items = lists.flatMap(flatItems).map(itemText);
  return {
    id: `section:${order}`,
    number: section.number,
    name: titled.name,
    owners,
    ownersProposed: false,
    items: items.map(({ text, lines }, index) => ({
      id: `item:${order}.${index + 1}`,
      text,
      required: findMeaning(text, OPTIONAL_WORDS) === null,
      lines,
    })),
    lines: sectionLines({ ...section, children: [] }),
  };
}

/** Every list under a checklist's heading, as one section per heading. */
export function readChecklist(reading: Reading, sections: readonly Section[]): ChecklistSection[] {
  const found: ChecklistSection[] = [];
  for (const section of sections.flatMap(withDescendants)) {
    const lists = section.blocks.filter(isList);
    if (lists.length > 0) found.push(readSection(reading, section, lists, found.length + 1));
  }
  return found;
}
