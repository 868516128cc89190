import type { ListItem, RootContent } from "mdast";
import type { CodeBlock, Lines, Step, StepGroup, Text } from "@/lib/domain/plan/plan";
import { isList, itemText, linesOf, paragraphLines, spanning, subItems } from "../markdown/node-text";
import { type Section, sectionLines } from "../markdown/outline";
import { isDrawing } from "../markdown/shapes";
import { cellOf, cellsUnder, readTable } from "../markdown/tables";
import { workItems } from "../markdown/work-items";
import { exactMeaning } from "../match-word";
import { claim, type Reading, takeCode } from "../reading";
import { splitCommands } from "../split-commands";
import { TOPICS } from "../words/topics";
import { factsBelow } from "./timeline/work-facts";

type Draft = Omit<Step, "id">;
type Work = { steps: Draft[]; notes: Text[]; blocks: CodeBlock[] };

/** The steps of a code block, named by its comments, else by the words in front of it. */
function ofCode(block: CodeBlock, name: string): Pick<Work, "steps" | "notes"> {
  const { steps, notes } = splitCommands(block);
  return { steps: steps.map((step) => ({ ...step, name: step.name ?? name })).map(withoutFlag), notes };
}

function withoutFlag({ name, commands, language, lines }: Draft): Draft {
  return { name, commands, language, lines };
}

function wordsOf(block: RootContent): string {
  if (block.type !== "paragraph") return "";
  const lines = paragraphLines(block);
  return (lines.at(-1)?.text ?? "").replace(/\s*[:：]\s*$/, "");
}

/** Commands right behind a list belong to its last item, where that has none of its own. */
function joinLast(steps: Draft[], block: CodeBlock): boolean {
  const last = steps.at(-1);
  if (last === undefined || last.commands !== "") return false;
  const lines = spanning([last.lines, block.lines]);
  steps[steps.length - 1] = { ...last, commands: block.text, language: block.language, lines };
  return true;
}

function ofTable(block: RootContent): Draft[] {
  if (block.type !== "table") return [];
  const table = readTable(block);
  return table.rows.flatMap((row) => {
    const [name = row.cells.find((cell) => cell !== "") ?? ""] = cellsUnder(table, row, [
      "work",
      "item",
      "stage",
      "content",
    ]);
    const commands = cellOf(table, row, "commands") ?? "";
    return name === "" ? [] : [{ name, commands, language: "", lines: row.lines }];
  });
}

/** What a heading covers, read in order: each piece of code goes with the words that stand in front of it. */
function workOf(reading: Reading, blocks: readonly RootContent[], heading: string, isListWork: boolean): Work {
  const work: Work = { steps: [], notes: [], blocks: [] };
  for (const [index, block] of blocks.entries()) {
    if (reading.claimed.has(block)) continue;
    const before = blocks[index - 1];
    if (block.type === "code") {
      const [code] = takeCode(reading, [block]);
      if (code === undefined) continue;
      work.blocks.push(code);
      if (before !== undefined && isList(before) && joinLast(work.steps, code)) continue;
      const read = ofCode(code, (before === undefined ? "" : wordsOf(before)) || heading);
      work.steps.push(...read.steps);
      work.notes.push(...read.notes);
    } else if (isList(block)) {
      claim(reading, [block]);
      const next = blocks[index + 1];
      const items = workItems([block]);
      const isWork =
        isListWork || block.ordered === true || next?.type === "code" || items.some(({ commands }) => commands !== "");
      if (isWork) work.steps.push(...items);
      else work.notes.push(...items.map(({ name, lines }) => ({ text: name, lines })));
    } else if (block.type === "table") {
      claim(reading, [block]);
      work.steps.push(...ofTable(block));
    } else if (block.type === "paragraph" || block.type === "blockquote") {
      claim(reading, [block]);
      if (blocks[index + 1]?.type !== "code") work.notes.push({ text: textBelow(block), lines: linesOf(block) });
    }
  }
  return work;
}

function textBelow(block: RootContent): string {
  if (block.type === "blockquote") return block.children.map(textBelow).join("\n");
  return block.type === "paragraph"
    ? paragraphLines(block)
        .map(({ text }) => text)
        .join("\n")
    : "";
}

function groupOf(work: Work, name: string, number: number, lines: Lines): StepGroup {
  const steps = work.steps.map((step, index): Step => ({ id: `step:${number}.${index + 1}`, ...step }));
  return { number, name, blocks: work.blocks, steps, notes: work.notes, lines };
}

function hasWork(section: Section): boolean {
  return section.blocks.some(
    (block) => isList(block) || block.type === "table" || (block.type === "code" && !isDrawing(block)),
  );
}

function ofItem(reading: Reading, item: ListItem): Work | null {
  const inner: RootContent[] = item.children.slice(1).filter((child) => child.type === "code" || child.type === "list");
  const codes = inner.filter((child) => child.type === "code");
  if (codes.length === 0) {
    const notes = subItems(item).filter(({ text }) => text !== "");
    return notes.length === 0 ? null : { steps: [], notes, blocks: [] };
  }
  return workOf(reading, inner, itemText(item).text.split("\n")[0] ?? "", false);
}

type Source = { lines: Lines; read: (number: number) => StepGroup | null };

/** "步骤 3 操作命令" says which step only in front of a name that any step could have. */
function nameOf(section: Section): string {
  return exactMeaning(section.name, TOPICS) === "steps" ? section.title : section.name;
}

function ofSection(reading: Reading, section: Section): Source {
  return {
    lines: section.heading,
    read: (number) => {
      if (!hasWork({ ...section, blocks: section.blocks.filter((block) => !reading.claimed.has(block)) })) return null;
      factsBelow(reading, section.blocks);
      const hasCode = section.blocks.some((block) => block.type === "code");
      const work = workOf(reading, section.blocks, section.name, !hasCode);
      if (work.steps.length === 0 && work.blocks.length === 0) return null;
      reading.namedSections.add(section);
      return groupOf(work, nameOf(section), number, sectionLines({ ...section, children: [] }));
    },
  };
}

/** A group for each heading that has work below it, and for each item of a timeline that has commands inside. */
export function readStepGroups(
  reading: Reading,
  sections: readonly Section[],
  items: readonly { item: ListItem; name: string }[],
): StepGroup[] {
  const sources: Source[] = [
    ...sections.map((section) => ofSection(reading, section)),
    ...items.map(
      ({ item, name }): Source => ({
        lines: linesOf(item),
        read: (number) => {
          const work = ofItem(reading, item);
          return work === null || work.steps.length === 0 ? null : groupOf(work, name, number, linesOf(item));
        },
      }),
    ),
  ];
  const groups: StepGroup[] = [];
  for (const source of sources.toSorted((a, b) => a.lines.from - b.lines.from)) {
    const group = source.read(groups.length + 1);
    if (group !== null) groups.push(group);
  }
  return groups;
}
