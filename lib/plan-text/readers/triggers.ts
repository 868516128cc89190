import type { RollbackTrigger, Text, TriggerLevel } from "@/lib/domain/plan/plan";
import { isList, itemTexts } from "../markdown/node-text";
import type { Section } from "../markdown/outline";
import { cellsUnder, readTable } from "../markdown/tables";
import { claim, type Reading } from "../reading";
import { levelOf } from "../trigger-level";
import { conditionsOf } from "./criteria";

/** A trigger before it is numbered; `level` is null where neither its words nor its heading give one. */
export type TriggerDraft = Text & { level: TriggerLevel | null };

/** The triggers under one heading: of its lists, and of its tables with the level that a row names. */
function triggersIn(reading: Reading, section: Section): TriggerDraft[] {
  const heading = levelOf(section.name);
  return section.blocks.flatMap((block): TriggerDraft[] => {
    if (isList(block)) {
      claim(reading, [block]);
      return itemTexts([block]).map(({ text, lines }) => ({ text, lines, level: heading ?? levelOf(text) }));
    }
    if (block.type !== "table") return [];
    claim(reading, [block]);
    const table = readTable(block);
    return conditionsOf(table).map(({ text, lines }, index) => {
      const row = table.rows[index];
      const said = row === undefined ? "" : cellsUnder(table, row, ["level", "response", "work"]).join(" ");
      return { text, lines, level: levelOf(said) ?? heading ?? levelOf(text) };
    });
  });
}

/** Rollback triggers, each with the level that its heading or its own words give it; without one it is a P1. */
export function readTriggers(
  reading: Reading,
  sections: readonly Section[],
  fromStages: readonly TriggerDraft[],
): RollbackTrigger[] {
  const drafts = [...sections.flatMap((section) => triggersIn(reading, section)), ...fromStages];
  const counts: Record<TriggerLevel, number> = { P0: 0, P1: 0 };
  return drafts
    .toSorted((a, b) => a.lines.from - b.lines.from)
    .map(({ text, lines, level: named }) => {
      const level = named ?? "P1";
      counts[level] += 1;
      return { id: `trigger:${level.toLowerCase()}-${counts[level]}`, level, text, check: null, lines };
    });
}
