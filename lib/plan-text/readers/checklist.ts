import type { List, ListItem, RootContent } from "mdast";
import type { RoleId } from "@/lib/domain/plan/ids";
import type { ChecklistItem, ChecklistSection, Text } from "@/lib/domain/plan/plan";
import { readAsides } from "../asides";
import { finding } from "../findings";
import { excerpt } from "../lost-part";
import { labelledLines, splitLabel } from "../markdown/labels";
import { flatItems, isList, itemText, spanning } from "../markdown/node-text";
import { type Section, sectionLines } from "../markdown/outline";
import { isTaskList } from "../markdown/shapes";
import { cellOf, cellsUnder, readTable } from "../markdown/tables";
import { exactMeaning, findMeaning } from "../match-word";
import { claim, type Reading } from "../reading";
import { OPTIONAL_WORDS, OWNER_LABELS } from "../words/labels";
import { WORK_LABELS } from "../words/work-labels";

/** `groupName` names a part of its own inside the list: an item that only stands above others. */
type Item = Text & { owners: string; ticked: boolean };
type Group = { name: string; owners: string; items: Item[] };

/** Owners in a heading's brackets: "数据库检查（负责人: DBA）", "Database (@alice)", "Security — QA". */
function ownersInTitle(reading: Reading, title: string): { name: string; owners: string } {
  const asides = readAsides(title, reading.roles);
  return asides.owner === "" ? { name: title, owners: "" } : { name: asides.name, owners: asides.owner };
}

function ownersBelow(reading: Reading, section: Section): string {
  const paragraphs = section.blocks.filter((block) => block.type === "paragraph" || block.type === "blockquote");
  let owners = "";
  for (const block of paragraphs) {
    const { rows, complete } = labelledLines([block]);
    const owner = rows.find((row) => findMeaning(row.label, OWNER_LABELS) !== null);
    if (owner === undefined) continue;
    owners ||= owner.text;
    if (complete && rows.length === 1) claim(reading, [block]);
  }
  return owners;
}

function isOwnerLine(text: string): string | null {
  const label = splitLabel(text);
  return label !== null && exactMeaning(label.label, OWNER_LABELS) !== null ? label.text : null;
}

function itemOf(reading: Reading, item: ListItem): Item | null {
  const { text, lines } = itemText(item);
  const asides = readAsides(text, reading.roles);
  const below = item.children
    .filter(isList)
    .flatMap(flatItems)
    .flatMap((sub) => isOwnerLine(itemText(sub).text) ?? []);
  const owners = [asides.owner, ...below].filter((part) => part !== "").join(", ");
  return text === "" || isOwnerLine(text) !== null ? null : { text, lines, owners, ticked: item.checked === true };
}

/** "Evidence: report 77" below a box says something about what is to be ticked and is nothing to tick itself. */
function isNote(item: ListItem): boolean {
  const label = typeof item.checked === "boolean" ? null : splitLabel(itemText(item).text);
  return label !== null && exactMeaning(label.label, WORK_LABELS) === "note";
}

/** An item that is no box itself but stands above boxes names a group of them. */
function isGroupName(item: ListItem): boolean {
  const below = item.children.filter(isList);
  return typeof item.checked !== "boolean" && below.some(isTaskList);
}

function groupsOf(reading: Reading, list: List): Group[] {
  const groups: Group[] = [{ name: "", owners: "", items: [] }];
  for (const item of list.children) {
    if (isGroupName(item)) {
      const { name, owners } = ownersInTitle(reading, itemText(item).text.replace(/\s*[:：]\s*$/, ""));
      const items = item.children
        .filter(isList)
        .flatMap(flatItems)
        .flatMap((below) => itemOf(reading, below) ?? []);
      groups.push({ name, owners, items }, { name: "", owners: "", items: [] });
    } else {
      const below = item.children.filter(isList).flatMap(flatItems);
      const notes = typeof item.checked === "boolean" ? below.filter(isNote) : [];
      for (const note of notes)
        reading.findings.push(finding("kept-as-prose", itemText(note).lines, { text: excerpt(itemText(note).text) }));
      const all = [item, ...below.filter((one) => !notes.includes(one))];
      groups.at(-1)?.items.push(...all.flatMap((one) => itemOf(reading, one) ?? []));
    }
  }
  return groups.filter(({ items }) => items.length > 0);
}

const doneWords = /^(?:✅|☑|✔|done|完成|已完成|通过|ok|yes|pass|passed|complete|completed|\[x\])/iu;

function tableGroups(block: RootContent): Group[] {
  if (block.type !== "table") return [];
  const table = readTable(block);
  const groups: Group[] = [];
  for (const row of table.rows) {
    const named = cellsUnder(table, row, ["item", "work", "content", "condition"]);
    const cells = row.cells.filter((cell) => cell !== "" && !/^[\d.#]+$/.test(cell));
    const text = named[0] ?? cells[0] ?? "";
    if (text === "") continue;
    const target = cellOf(table, row, "threshold") ?? "";
    const owners = cellOf(table, row, "owner") || cellOf(table, row, "role") || cellOf(table, row, "person") || "";
    const name = cellOf(table, row, "stage") ?? "";
    if (groups.at(-1)?.name !== name) groups.push({ name, owners: "", items: [] });
    const ticked = doneWords.test(cellOf(table, row, "status") ?? "");
    groups.at(-1)?.items.push({ text: target === "" ? text : `${text} ${target}`, lines: row.lines, owners, ticked });
  }
  return groups;
}

type Owned = { owners: RoleId[]; own: RoleId[][] };

/** Who owns a group: whoever it names, else everybody where each of its items names somebody; and whom each names for itself. */
function ownersOf(reading: Reading, group: Group, above: string): Owned {
  const rolesIn = (text: string) => (text === "" ? [] : reading.roles.owners(text));
  const named = rolesIn(group.owners || above);
  const own = group.items.map(({ owners }) => rolesIn(owners));
  const isShared = own.every((roles) => roles.length > 0);
  return { owners: named.length > 0 || !isShared ? named : [...new Set(own.flat())], own };
}

/** An item names nobody of its own where it names the owners of its section. */
function ownOf(own: readonly RoleId[] = [], owners: readonly RoleId[]): Pick<ChecklistItem, "owners"> {
  const isSame = own.length === owners.length && own.every((role) => owners.includes(role));
  return own.length === 0 || isSame ? {} : { owners: [...own] };
}

type Draft = { section: Section; group: Group; above: string; name: string };

function draftsOf(reading: Reading, section: Section, blocks: readonly RootContent[]): Draft[] {
  claim(reading, blocks);
  const titled = ownersInTitle(reading, section.name);
  const above = titled.owners || ownersBelow(reading, section);
  const drafts: Draft[] = [];
  for (const group of blocks.flatMap((block) => (isList(block) ? groupsOf(reading, block) : tableGroups(block)))) {
    const name = group.name || titled.name;
    const same = drafts.find((draft) => draft.name === name && draft.group.name === group.name);
    if (same === undefined) drafts.push({ section, group, above, name });
    else same.group.items.push(...group.items);
  }
  return drafts;
}

/** Every list and table under a checklist's heading, as one section per heading or named group. Ticks are never done work. */
export function readChecklist(
  reading: Reading,
  places: readonly { section: Section; blocks: readonly RootContent[] }[],
): ChecklistSection[] {
  const drafts = places.flatMap(({ section, blocks }) => draftsOf(reading, section, blocks));
  const ticked = drafts.flatMap(({ group }) => group.items).filter((item) => item.ticked);
  const [first] = ticked;
  if (first !== undefined) reading.findings.push(finding("checklist-ticked", first.lines, { count: ticked.length }));
  return drafts.map(({ section, group, above, name }, index): ChecklistSection => {
    const order = index + 1;
    const { owners, own } = ownersOf(reading, group, above);
    const isWhole = drafts.filter((draft) => draft.section === section).length === 1;
    return {
      id: `section:${order}`,
      number: section.number,
      name,
      owners,
      ownersProposed: false,
      items: group.items.map(({ text, lines }, at) => ({
        id: `item:${order}.${at + 1}`,
        text,
        ...ownOf(own[at], owners),
        required: findMeaning(text, OPTIONAL_WORDS) === null,
        lines,
      })),
      lines: isWhole ? sectionLines({ ...section, children: [] }) : spanning(group.items.map(({ lines }) => lines)),
    };
  });
}

/** What of a section is read as a checklist: its lists and tables that nobody has taken. */
export function checklistBlocks(reading: Reading, section: Section, onlyTasks: boolean): RootContent[] {
  return section.blocks.filter((block) => {
    if (reading.claimed.has(block)) return false;
    if (isList(block)) return !onlyTasks || isTaskList(block);
    return block.type === "table" && !onlyTasks;
  });
}
