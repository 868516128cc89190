import type { GoalGroup } from "@/lib/domain/plan/plan";
import { flatItems, isList, itemText } from "../markdown/node-text";
import { type Section, sectionLines, withDescendants } from "../markdown/outline";
import { claim, type Reading } from "../reading";

/** A tick in front of a goal is ornament: it must not look like something achieved. */
const mark = /^[✅☑✔✓❌✗]\uFE0F?\s*/u;

/** Goals, grouped by the small headings above their lists. */
export function readGoals(reading: Reading, sections: readonly Section[]): GoalGroup[] {
  return sections.flatMap(withDescendants).flatMap((section) => {
    const lists = section.blocks.filter(isList);
    if (lists.length === 0) return [];
    claim(reading, lists);
    const goals = lists.flatMap(flatItems).map(itemText);
    return [
      {
        name: section.name,
        goals: goals.map(({ text, lines }) => ({ text: text.replace(mark, ""), lines })),
        lines: sectionLines({ ...section, children: [] }),
      },
    ];
  });
}
