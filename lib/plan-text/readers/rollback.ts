import type { RootContent } from "mdast";
import type { CodeBlock, Followup, ReleaseInfo, RollbackProcedure, RollbackStep } from "@/lib/domain/plan/plan";
import { readAsides } from "../asides";
import { readMinutes } from "../durations";
import { finding } from "../findings";
import { labelledLines } from "../markdown/labels";
import { isList, itemText, linesOf, paragraphLines, spanning, subItems } from "../markdown/node-text";
import { type Section, sectionLines } from "../markdown/outline";
import { cellOf, cellsUnder, type ReadTable, readTable } from "../markdown/tables";
import { workItems } from "../markdown/work-items";
import { comparable, meaningOf } from "../match-word";
import { claim, type Reading, takeCode } from "../reading";
import { splitProcedure } from "../split-commands";
import type { Column } from "../words/column";
import { COLUMNS } from "../words/columns";
import { ROLES } from "../words/roles";
import { WORK_LABELS } from "../words/work-labels";
import { withUnitOf } from "./timeline/work-facts";

type Draft = Omit<RollbackStep, "id">;
type Found = { block: CodeBlock | null; steps: Draft[]; targetMin: number | null };

/** The role that a step's words begin with: "发布经理宣布回滚决策". */
function leadingRole(reading: Reading, name: string): RollbackStep["owners"] {
  const wanted = comparable(name);
  const words = ROLES.flatMap((row) => [...row.zh, ...row.en]).sort((a, b) => b.length - a.length);
  const word = words.find(
    (candidate) => wanted.startsWith(candidate) && !/^[a-z]/.test(wanted.slice(candidate.length)),
  );
  return word === undefined ? [] : [reading.roles.role(name.slice(0, word.length))];
}

function ownersIn(reading: Reading, name: string): RollbackStep["owners"] {
  const named = readAsides(name.split("\n")[0] ?? "", reading.roles).owner;
  return named === "" ? leadingRole(reading, name) : reading.roles.owners(named);
}

/** "1", "B2" and "#3" number a row and say nothing. */
const isNumber = (cell: string) => /^[#a-z]{0,2}[\d.]*$/i.test(cell);

const workColumns: ReadonlySet<Column> = new Set(["work", "item", "stage", "content", "response"]);

/** The column that says what is done: by its head, else the first one; never one that only numbers the rows. */
function workColumn(table: ReadTable): number {
  const saying = table.headers.flatMap((_, index) =>
    table.rows.every(({ cells }) => isNumber(cells[index] ?? "")) ? [] : [index],
  );
  const named = saying.find((index) => workColumns.has(meaningOf(table.headers[index] ?? "", COLUMNS) ?? "notes"));
  return named ?? saying[0] ?? 0;
}

function ofTable(reading: Reading, block: RootContent): Draft[] {
  if (block.type !== "table") return [];
  const table = readTable(block);
  const work = workColumn(table);
  return table.rows.flatMap((row) => {
    const name = row.cells[work] ?? "";
    const owner = cellOf(table, row, "owner") || cellOf(table, row, "role") || "";
    const owners = owner === "" ? ownersIn(reading, name) : reading.roles.owners(owner);
    return name === "" ? [] : [{ name, commands: cellOf(table, row, "commands") ?? "", owners, lines: row.lines }];
  });
}

const targetLabel =
  /target|目标|rto|within|时限|限时|budget|time needed|(?:roll|back|revert).{0,12}(?:time|duration)|(?:回滚|回退|恢复).{0,4}(?:耗时|时长|时间|用时)/i;

/** "Target: 5 minutes" and "预计耗时：10 分钟" below the heading. */
function targetIn(reading: Reading, block: RootContent): number | null {
  if (block.type !== "paragraph" && block.type !== "blockquote") return null;
  const { rows, complete } = labelledLines([block]);
  const row = rows.find(({ label }) => meaningOf(label, WORK_LABELS) === "duration" || targetLabel.test(label));
  if (row !== undefined) {
    if (complete && rows.length === 1) claim(reading, [block]);
    return readMinutes(withUnitOf(row.label, row.text));
  }
  const said =
    block.type === "paragraph"
      ? paragraphLines(block)
          .map(({ text }) => text)
          .join(" ")
      : "";
  const within =
    /(?:within|under|at most|less than|time needed|budget|in|不超过|控制在|目标|限时|最多)\s*[:：]?\s*(.{0,40})|([\d.]+\s*(?:分钟|小时|秒)\s*(?:内|以内))/i.exec(
      said,
    );
  return within === null ? null : readMinutes(within[1] ?? within[2] ?? "");
}

function joinLast(steps: Draft[], block: CodeBlock): boolean {
  const last = steps.at(-1);
  if (last === undefined || last.commands !== "") return false;
  steps[steps.length - 1] = { ...last, commands: block.text, lines: spanning([last.lines, block.lines]) };
  return true;
}

function stepsOf(reading: Reading, section: Section): Found {
  const found: Found = { block: null, steps: [], targetMin: readMinutes(section.name) };
  for (const [index, block] of section.blocks.entries()) {
    if (reading.claimed.has(block)) continue;
    const before = section.blocks[index - 1];
    if (block.type === "code") {
      const [code] = takeCode(reading, [block]);
      if (code === undefined) continue;
      found.block ??= code;
      if (before !== undefined && isList(before) && joinLast(found.steps, code)) continue;
      const words = before?.type === "paragraph" ? (paragraphLines(before).at(-1)?.text ?? "") : "";
      if (before?.type === "paragraph") claim(reading, [before]);
      const heading = words.replace(/\s*[:：]\s*$/, "") || section.name;
      const pieces = splitProcedure(code).map((piece) => ({ ...piece, name: piece.name ?? heading }));
      found.steps.push(
        ...pieces.map(({ name, commands, lines }) => ({ name, commands, owners: ownersIn(reading, name), lines })),
      );
    } else if (isList(block)) {
      claim(reading, [block]);
      const items = workItems([block]).filter(({ name, commands }) => name !== "" || commands !== "");
      found.steps.push(
        ...items.map(({ name, commands, lines }) => ({ name, commands, owners: ownersIn(reading, name), lines })),
      );
    } else if (block.type === "table") {
      claim(reading, [block]);
      found.steps.push(...ofTable(reading, block));
    } else found.targetMin ??= targetIn(reading, block);
  }
  return found;
}

/**
 * The rollback procedure: what the places under its headings have, joined in the document's order. Where they name no time to
 * keep to, the one that the document's head promises counts.
 */
export function readProcedure(
  reading: Reading,
  sections: readonly Section[],
  promised: ReleaseInfo["rollbackable"],
): RollbackProcedure | null {
  const places = sections.map((section) => ({ section, found: stepsOf(reading, section) }));
  const working = places.filter(({ found }) => found.steps.length > 0);
  if (working.length === 0) return null;
  for (const { section } of working) reading.namedSections.add(section);
  const lines = spanning(working.map(({ section }) => sectionLines({ ...section, children: [] })));
  const second = working[1];
  if (second !== undefined) {
    reading.findings.push(finding("parts-joined", second.section.heading, { count: working.length }));
  }
  const targets = [...working, ...places].flatMap(({ found }) => found.targetMin ?? []);
  return {
    targetMin: targets[0] ?? promised?.withinMin ?? null,
    block: working.map(({ found }) => found.block).find((block) => block !== null) ?? null,
    steps: working
      .flatMap(({ found }) => found.steps)
      .map(({ name, commands, owners, lines: at }, index) => ({
        id: `rollback-step:${index + 1}`,
        name,
        commands,
        owners,
        lines: at,
      })),
    lines,
  };
}

const dueAt = /\s*[（(]\s*([^（()）]*?)\s*[)）]\s*$/;

function ofFollowupTable(block: RootContent): Omit<Followup, "id">[] {
  if (block.type !== "table") return [];
  const table = readTable(block);
  return table.rows.flatMap((row) => {
    const [name = row.cells[0] ?? ""] = cellsUnder(table, row, ["work", "item", "content", "response"]);
    const dueText = cellsUnder(table, row, ["time", "end", "duration"])[0] ?? "";
    return name === "" ? [] : [{ name, dueMin: readMinutes(dueText), dueText, tasks: [], lines: row.lines }];
  });
}

/** What has to be done after a rollback, with the deadline in brackets: "根因分析（24小时内）". */
export function readFollowups(reading: Reading, sections: readonly Section[]): Followup[] {
  const blocks = sections
    .flatMap((section) => section.blocks)
    .filter((block) => isList(block) || block.type === "table");
  claim(reading, blocks);
  const drafts = blocks.flatMap((block): Omit<Followup, "id">[] => {
    if (!isList(block)) return ofFollowupTable(block);
    return block.children.flatMap((item) => {
      const { text } = itemText(item);
      const due = dueAt.exec(text);
      const dueText = due?.[1] ?? "";
      const name = due === null ? text : text.replace(dueAt, "");
      const dueMin = readMinutes(dueText) ?? readMinutes(text);
      return text === "" ? [] : [{ name, dueMin, dueText, tasks: subItems(item), lines: spanning([linesOf(item)]) }];
    });
  });
  return drafts.map((draft, index) => ({ id: `followup:${index + 1}`, ...draft }));
}
