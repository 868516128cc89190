import type { List, RootContent } from "mdast";
import type { TriggerId } from "@/lib/domain/plan/ids";
import type { RollbackTrigger, Text, TriggerLevel } from "@/lib/domain/plan/plan";
import { readCriterion } from "../criterion-text";
import { splitLabel } from "../markdown/labels";
import { isList, itemText, itemTexts, subItems, textOf } from "../markdown/node-text";
import type { Section } from "../markdown/outline";
import { cellOf, cellsUnder, readTable } from "../markdown/tables";
import { findMeaning } from "../match-word";
import { claim, type Reading } from "../reading";
import { levelOf } from "../trigger-level";
import { RETURN_WORDS } from "../words/head-prose";
import { conditionsOf } from "./criteria";

/** A trigger before it is numbered; `level` is null where neither its words nor its heading give one. */
export type TriggerDraft = Text & { level: TriggerLevel | null; query?: string };

function ofTable(reading: Reading, block: RootContent, level: TriggerLevel | null): TriggerDraft[] {
  if (block.type !== "table") return [];
  claim(reading, [block]);
  const table = readTable(block);
  return conditionsOf(table).map(({ text, lines }) => {
    const row = table.rows.find((one) => one.lines.from === lines.from);
    const said = row === undefined ? "" : cellsUnder(table, row, ["level", "response", "work"]).join(" ");
    const query = row === undefined ? "" : (cellOf(table, row, "query") ?? "");
    return { text, lines, level: levelOf(said) ?? level ?? levelOf(text), ...(query === "" ? {} : { query }) };
  });
}

function ofList(reading: Reading, list: List, level: TriggerLevel | null): TriggerDraft[] {
  claim(reading, [list]);
  return itemTexts([list]).map(({ text, lines }) => ({ text, lines, level: level ?? levelOf(text) }));
}

const isAct = /回滚|回退|roll(?:ing)?[ -]?back|revert/i;

/** "重复核销 > 0 笔，或核销失败率 > 1%，立即回滚": the conditions that a line names in front of what is done. */
function ofName({ name, heading }: Section): TriggerDraft[] {
  const level = levelOf(name);
  const pieces = name.split(/\s*[,，;；。]\s*(?:或者?\s*)?|\s*或者?\s*|,?\s+or\s+/i);
  const conditions = pieces.filter((piece) => readCriterion(piece).comparator !== null && !isAct.test(piece));
  return conditions.map((text) => ({ text, lines: heading, level }));
}

/** The triggers under one heading. A line above a list says how urgent what it lists is: "Roll back immediately when:". */
function triggersIn(reading: Reading, section: Section): TriggerDraft[] {
  const named = levelOf(section.name);
  const drafts: TriggerDraft[] = [];
  let level = named;
  for (const [index, block] of section.blocks.entries()) {
    const next = section.blocks[index + 1];
    if (block.type === "paragraph" && next !== undefined && (isList(next) || next.type === "table")) {
      level = levelOf(textOf(block)) ?? (drafts.length === 0 ? named : null);
      claim(reading, [block]);
    } else if (reading.claimed.has(block)) continue;
    else if (isList(block)) drafts.push(...ofList(reading, block, level));
    else drafts.push(...ofTable(reading, block, level));
  }
  return drafts.length > 0 ? drafts : ofName(section);
}

/** A condition that can come true by itself: a figure to compare with, or how long something lasts. */
function isCondition(text: string): boolean {
  const { comparator, forMin } = readCriterion(text);
  return comparator !== null || forMin !== null || /[<>≤≥]/.test(text);
}

const asking = /触发|条件|情况|\b(?:if|when|whenever|as soon as|any of|trigger)/i;

/** Conditions that stand right in the rollback's own chapter, in front of its steps. */
function triggersAmongSteps(reading: Reading, section: Section): TriggerDraft[] {
  return section.blocks.flatMap((block, index) => {
    if (!isList(block) || reading.claimed.has(block)) return [];
    const before = section.blocks[index - 1];
    const lead = before?.type === "paragraph" ? textOf(before) : section.name;
    const texts = itemTexts([block]).map(({ text }) => text);
    const isFollowed = block.ordered === true && section.blocks[index + 1]?.type === "code" && !asking.test(lead);
    const hasCommands = isFollowed || block.children.some((item) => item.children.some(({ type }) => type === "code"));
    const share = texts.filter(isCondition).length / Math.max(1, texts.length);
    if (hasCommands || share < (asking.test(lead) ? 0.3 : 0.6)) return [];
    if (before?.type === "paragraph" && asking.test(lead)) claim(reading, [before]);
    return ofList(reading, block, levelOf(lead));
  });
}

/** "What should prompt a rollback: above 0.5 % for 5 minutes" inside a list of metrics, with the metric that it stands below. */
function triggersAmongLabels(reading: Reading, section: Section): TriggerDraft[] {
  return section.blocks.filter(isList).flatMap((list) => {
    if (reading.claimed.has(list)) return [];
    const found = list.children.flatMap((item) =>
      subItems(item).flatMap(({ text, lines }): TriggerDraft[] => {
        const label = splitLabel(text);
        if (label === null || findMeaning(label.label, RETURN_WORDS) === null || !isCondition(label.text)) return [];
        const metric = splitLabel(itemText(item).text)?.text ?? itemText(item).text;
        return [{ text: `${metric} ${label.text}`, lines, level: levelOf(label.text) }];
      }),
    );
    if (found.length > 0) claim(reading, [list]);
    return found;
  });
}

/** Where a document may name conditions for going back. */
export type TriggerPlaces = {
  triggers: readonly Section[];
  procedure: readonly Section[];
  fromStages: readonly TriggerDraft[];
  /** Where metrics are named that are watched. */
  watched: readonly Section[];
};

/** Rollback triggers, each with the level that its heading or its own words give it; without one it is a P1. */
export function readTriggers(
  reading: Reading,
  places: TriggerPlaces,
): { triggers: RollbackTrigger[]; queries: Map<TriggerId, string> } {
  const drafts = [
    ...places.triggers.flatMap((section) => triggersIn(reading, section)),
    ...places.procedure.flatMap((section) => triggersAmongSteps(reading, section)),
    ...places.fromStages,
    ...places.watched.flatMap((section) => triggersAmongLabels(reading, section)),
  ];
  const counts: Record<TriggerLevel, number> = { P0: 0, P1: 0 };
  const queries = new Map<TriggerId, string>();
  const triggers = drafts
    .toSorted((a, b) => a.lines.from - b.lines.from)
    .map(({ text, lines, level: named, query }): RollbackTrigger => {
      const level = named ?? "P1";
      counts[level] += 1;
      const id: TriggerId = `trigger:${level.toLowerCase()}-${counts[level]}`;
      if (query !== undefined) queries.set(id, query);
      return { id, level, text, check: null, lines };
    });
  return { triggers, queries };
}
