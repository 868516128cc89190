import type { RollbackTrigger, TriggerLevel } from "@/lib/domain/plan/plan";
import { flatItems, isList, itemText } from "../markdown/node-text";
import { type Section, withDescendants } from "../markdown/outline";
import { comparable, findMeaning } from "../match-word";
import { claim, type Reading } from "../reading";
import { TRIGGER_LEVELS } from "../words/labels";

function levelOf(title: string): TriggerLevel | null {
  const written = /\bp([01])\b/.exec(comparable(title))?.[1];
  if (written !== undefined) return written === "0" ? "P0" : "P1";
  return findMeaning(title, TRIGGER_LEVELS);
}

/** Rollback triggers, each with the level that its heading or its own words give it; without one it is a P1. */
export function readTriggers(reading: Reading, sections: readonly Section[]): RollbackTrigger[] {
  const counts: Record<TriggerLevel, number> = { P0: 0, P1: 0 };
  const triggers: RollbackTrigger[] = [];
  for (const section of sections.flatMap(withDescendants)) {
    const lists = section.blocks.filter(isList);
    claim(reading, lists);
    for (const { text, lines } of lists.flatMap(flatItems).map(itemText)) {
      const level = levelOf(section.name) ?? levelOf(text) ?? "P1";
      counts[level] += 1;
      triggers.push({ id: `trigger:${level.toLowerCase()}-${counts[level]}`, level, text, check: null, lines });
    }
  }
  return triggers;
}
