import type { GoalGroup, Text } from "@/lib/domain/plan/plan";
import { isList, itemTexts } from "../markdown/node-text";
import { type Section, sectionLines } from "../markdown/outline";
import { readTable } from "../markdown/tables";
import { claim, type Reading } from "../reading";
import { conditionsOf } from "./criteria";

/** A tick in front of a goal is ornament: it must not look like something achieved. */
const mark = /^[✅☑✔✓❌✗]\uFE0F?\s*/u;

/** Goals, grouped by the small headings above their lists. */
export function readGoals(reading: Reading, sections: readonly Section[]): GoalGroup[] {
  return sections.flatMap((section) => {
    const goals = section.blocks.flatMap((block): Text[] => {
      if (!isList(block) && block.type !== "table") return [];
      claim(reading, [block]);
      return isList(block)
        ? itemTexts([block])
        : conditionsOf(readTable(block)).map(({ text, lines }) => ({ text, lines }));
    });
    if (goals.length === 0) return [];
    return [
      {
        name: section.name,
        goals: goals.map(({ text, lines }) => ({ text: text.replace(mark, ""), lines })),
        lines: sectionLines({ ...section, children: [] }),
      },
    ];
  });
}
