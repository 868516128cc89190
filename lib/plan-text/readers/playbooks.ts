import type { CodeBlock, Playbook, PlaybookStep } from "@/lib/domain/plan/plan";
import { readMinutes } from "../durations";
import { labelledLines } from "../markdown/labels";
import { isList } from "../markdown/node-text";
import { type Section, sectionLines, withDescendants } from "../markdown/outline";
import { workItems } from "../markdown/work-items";
import { meaningOf } from "../match-word";
import { claim, type Reading, takeCode } from "../reading";
import { splitProcedure } from "../split-commands";
import { PLAYBOOK_PARTS } from "../words/labels";

type Draft = {
  symptom: string;
  steps: Omit<PlaybookStep, "id">[];
  block: CodeBlock | null;
  recoveryMin: number | null;
};

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
      if (part === "steps") draft.steps.push({ name: row.text, commands: "", lines: row.lines });
    }
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

function readScenario(reading: Reading, scenario: Section): Draft {
  const draft: Draft = { symptom: "", steps: [], block: null, recoveryMin: null };
  for (const section of withDescendants(scenario)) {
    readLabels(reading, draft, section);
    const blocks = takeCode(reading, section.blocks);
    draft.block ??= blocks[0] ?? null;
    for (const { name, commands, lines } of blocks.flatMap(splitProcedure)) {
      draft.steps.push({ name: name ?? scenario.name, commands, lines });
    }
    readLists(reading, draft, section);
    if (meaningOf(section.name, PLAYBOOK_PARTS) === "recovery") draft.recoveryMin ??= readMinutes(section.name);
    reading.namedSections.add(section);
  }
  return draft;
}

/** Scenarios are the headings below the playbooks' heading, or that heading itself when it has the steps. */
export function readPlaybooks(reading: Reading, sections: readonly Section[]): Playbook[] {
  const scenarios = sections.flatMap((section) => {
    const below = section.children.filter((child) => meaningOf(child.name, PLAYBOOK_PARTS) === null);
    return below.length > 0 ? below : [section];
  });
  return scenarios
    .flatMap((scenario) => {
      const draft = readScenario(reading, scenario);
      return draft.steps.length === 0 && draft.symptom === "" ? [] : [{ scenario, draft }];
    })
    .map(({ scenario, draft }, index) => ({
      id: `playbook:${index + 1}`,
      name: scenario.name,
      symptom: draft.symptom,
      steps: draft.steps.map((step, at) => ({ id: `playbook-step:${index + 1}.${at + 1}`, ...step })),
      block: draft.block,
      recoveryMin: draft.recoveryMin,
      lines: sectionLines(scenario),
    }));
}
