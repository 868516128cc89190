import type { RootContent } from "mdast";
import type { CodeBlock, Lines, Playbook, PlaybookStep } from "@/lib/domain/plan/plan";
import { readMinutes } from "../durations";
import { labelledLines } from "../markdown/labels";
import { flatItems, isList, linesOf, textOf } from "../markdown/node-text";
import { type Section, sectionLines, withDescendants } from "../markdown/outline";
import { cellOf, cellsUnder, readTable } from "../markdown/tables";
import { workItems } from "../markdown/work-items";
import { findMeaning, meaningOf } from "../match-word";
import { claim, type Reading, takeCode } from "../reading";
import { splitProcedure } from "../split-commands";
import { PLAYBOOK_PARTS } from "../words/playbook-parts";

const RECOVERY_WORDS = PLAYBOOK_PARTS.filter(({ meaning }) => meaning === "recovery");

type Draft = {
  symptom: string;
  steps: Omit<PlaybookStep, "id">[];
  block: CodeBlock | null;
  recoveryMin: number | null;
};

/** The commands inside the item that begins in this line. */
function commandsAt(block: RootContent, line: number): string {
  const items = isList(block) ? flatItems(block).filter((item) => linesOf(item).from === line) : [];
  return items
    .flatMap(({ children }) => children.flatMap((one) => (one.type === "code" ? [one.value] : [])))
    .join("\n");
}

function readLabels(reading: Reading, draft: Draft, section: Section): void {
  for (const block of section.blocks) {
    if (block.type !== "paragraph" && !isList(block)) continue;
    const { rows, complete } = labelledLines([block]);
    const parts = rows.map((row) => ({ row, part: meaningOf(row.label, PLAYBOOK_PARTS) }));
    if (!complete || parts.some(({ part }) => part === null)) continue;
    claim(reading, [block]);
    for (const { row, part } of parts) {
      if (part === "symptom") draft.symptom = draft.symptom === "" ? row.text : `${draft.symptom}\n${row.text}`;
      if (part === "recovery") draft.recoveryMin ??= readMinutes(row.text);
      // "剔除故障节点，恢复时间10分钟": the length stands with what is done.
      if (part === "steps" && findMeaning(row.text, RECOVERY_WORDS) !== null)
        draft.recoveryMin ??= readMinutes(row.text);
      if (part === "steps")
        draft.steps.push({ name: row.text, commands: commandsAt(block, row.lines.from), lines: row.lines });
    }
  }
}

/** "预计 5 分钟恢复" and "Recovers within 10 minutes" as a sentence of their own. */
function readRecovery(reading: Reading, draft: Draft, { blocks }: Section): void {
  for (const block of blocks) {
    const text = block.type === "paragraph" && !reading.claimed.has(block) ? textOf(block).trim() : "";
    if (text.length > 40 || !/恢复|recover/i.test(text) || readMinutes(text) === null) continue;
    claim(reading, [block]);
    draft.recoveryMin ??= readMinutes(text);
  }
}

function readLists(reading: Reading, draft: Draft, section: Section): void {
  const part = meaningOf(section.name, PLAYBOOK_PARTS);
  for (const list of section.blocks.filter(isList)) {
    if (reading.claimed.has(list)) continue;
    claim(reading, [list]);
    const items = workItems([list]);
    if (part !== "symptom") draft.steps.push(...items.map(({ name, commands, lines }) => ({ name, commands, lines })));
    else draft.symptom = [draft.symptom, ...items.map(({ name }) => name)].filter((text) => text !== "").join("\n");
  }
}

/** A scenario with the parts that stand beside it because both are bold lines. */
type Scenario = { section: Section; beside: Section[] };

function scenariosOf(section: Section): Scenario[] {
  const scenarios: Scenario[] = [];
  for (const child of section.children) {
    if (meaningOf(child.name, PLAYBOOK_PARTS) === null) scenarios.push({ section: child, beside: [] });
    else scenarios.at(-1)?.beside.push(child);
  }
  return scenarios.length > 0 ? scenarios : [{ section, beside: [] }];
}

function readScenario(reading: Reading, { section: scenario, beside }: Scenario): Draft {
  const draft: Draft = { symptom: "", steps: [], block: null, recoveryMin: null };
  for (const section of [scenario, ...beside].flatMap(withDescendants)) {
    readLabels(reading, draft, section);
    readRecovery(reading, draft, section);
    const blocks = takeCode(reading, section.blocks);
    draft.block ??= blocks[0] ?? null;
    for (const { name, commands, lines } of blocks.flatMap(splitProcedure)) {
      draft.steps.push({ name: name ?? scenario.name, commands, lines });
    }
    readLists(reading, draft, section);
    const aside = /[（(]([^（()）]+)[)）]\s*$/.exec(section.name)?.[1] ?? "";
    if (section === scenario || meaningOf(section.name, PLAYBOOK_PARTS) === "recovery")
      draft.recoveryMin ??= readMinutes(aside);
    if (meaningOf(section.name, PLAYBOOK_PARTS) === "recovery") draft.recoveryMin ??= readMinutes(section.name);
    reading.namedSections.add(section);
  }
  return draft;
}

/** A row of a table of scenarios: what is seen, what is done, how long it takes. */
function ofTable(block: RootContent): { name: string; lines: Lines; draft: Draft }[] {
  if (block.type !== "table") return [];
  const table = readTable(block);
  return table.rows.flatMap((row) => {
    const cells = row.cells.filter((cell) => cell !== "" && !/^[\d.#]+$/.test(cell));
    const [condition, seen] = [cellOf(table, row, "condition") ?? "", cellOf(table, row, "symptom") ?? ""];
    const name = condition || seen || cells[0] || "";
    const handling = cellsUnder(table, row, ["response", "work", "commands", "content"]);
    const said = handling.length > 0 ? handling : cells.slice(1, 2);
    const steps = said
      .flatMap((text) => text.split(/\s*[;；\n]\s*|(?:^|\s)\d+[.)、]\s*/))
      .filter((text) => text !== "")
      .map((text) => ({ name: text, commands: "", lines: row.lines }));
    const recoveryMin = readMinutes(cellOf(table, row, "recovery") ?? "");
    return name === ""
      ? []
      : [{ name, lines: row.lines, draft: { symptom: seen || name, steps, block: null, recoveryMin } }];
  });
}

/** Scenarios are the headings below the playbooks' heading, or that heading itself when it has the steps. */
export function readPlaybooks(reading: Reading, sections: readonly Section[]): Playbook[] {
  const scenarios = sections.flatMap(scenariosOf);
  return scenarios
    .flatMap((scenario) => {
      const { section, beside } = scenario;
      const tables = [section, ...beside]
        .flatMap(withDescendants)
        .flatMap(({ blocks }) => blocks.filter((block) => block.type === "table"));
      claim(reading, tables);
      const draft = readScenario(reading, scenario);
      const lines = sectionLines({ ...section, children: [...section.children, ...beside] });
      const own = { name: section.name, lines, draft };
      return [...tables.flatMap(ofTable), ...(draft.steps.length === 0 && draft.symptom === "" ? [] : [own])];
    })
    .map(({ name, lines, draft }, index) => ({
      id: `playbook:${index + 1}`,
      name,
      symptom: draft.symptom,
      steps: draft.steps.map((step, at) => ({ id: `playbook-step:${index + 1}.${at + 1}`, ...step })),
      block: draft.block,
      recoveryMin: draft.recoveryMin,
      lines,
    }));
}
