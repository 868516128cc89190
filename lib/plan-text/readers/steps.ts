import type { CodeBlock, Step, StepGroup } from "@/lib/domain/plan/plan";
import { isList } from "../markdown/node-text";
import { type Section, sectionLines, withDescendants } from "../markdown/outline";
import { workItems } from "../markdown/work-items";
import { claim, type Reading, takeCode } from "../reading";
import { splitCommands } from "../split-commands";

function stepsOf(blocks: readonly CodeBlock[], number: number, name: string): Pick<StepGroup, "steps" | "notes"> {
  const split = blocks.map(splitCommands);
  const steps: Step[] = split
    .flatMap((part) => part.steps)
    .map((step, index) => ({
      id: `step:${number}.${index + 1}`,
      name: step.name ?? name,
      commands: step.commands,
      language: step.language,
      lines: step.lines,
    }));
  return { steps, notes: split.flatMap((part) => part.notes) };
}

/** A group for each heading that has commands or, without any, a list of work below it. */
export function readStepGroups(reading: Reading, sections: readonly Section[]): StepGroup[] {
  const groups: StepGroup[] = [];
  for (const section of sections.flatMap(withDescendants)) {
    const number = groups.length + 1;
    const blocks = takeCode(reading, section.blocks);
    const lists = section.blocks.filter(isList);
    const items = workItems(lists);
    if (blocks.length === 0 && items.length === 0) continue;
    claim(reading, lists);
    const { steps, notes } = stepsOf(blocks, number, section.name);
    const isWork = blocks.length === 0;
    const listed = items.map((item, index): Step => ({ id: `step:${number}.${index + 1}`, ...item }));
    const said = items.map(({ name, lines }) => ({ text: name, lines }));
    groups.push({
      number,
      name: section.name,
      blocks,
      steps: isWork ? listed : steps,
      notes: isWork ? notes : [...notes, ...said],
      lines: sectionLines({ ...section, children: [] }),
    });
  }
  return groups;
}
