import type { RootContent } from "mdast";
import type { ChecklistItem, ChecklistSection, Stage, StepGroup } from "@/lib/domain/plan/plan";
import { findMeaning } from "../match-word";
import { splitCommands } from "../split-commands";
import { PARALLEL_WORDS } from "../words/labels";
import { type Chapter, chapterOf, type Writing } from "./chapter";
import { heading, type Item, labelledLine, list, paragraph, table } from "./nodes";
import { durationText, inBrackets, numbered } from "./phrases";
import { writeWork } from "./step-layout";

/** An item with the line of its own owners below it, unless its words name them already. */
function checklistItem({ phrases, roles }: Writing, { text, owners = [] }: ChecklistItem): Item {
  const isSaid = owners.length === 0 || roles.standBeside(text, owners);
  return { text, checked: false, below: isSaid ? [] : [`${phrases.owner}: ${roles.owners(owners)}`] };
}

function checklistSection(writing: Writing, section: ChecklistSection): RootContent[] {
  const { phrases, roles } = writing;
  const title = section.number === null ? section.name : `${section.number} ${section.name}`;
  const owners = section.ownersProposed ? "" : roles.owners(section.owners);
  return [
    ...(section.name === phrases.checklist ? [] : [heading(3, title)]),
    ...(owners === "" ? [] : [labelledLine(phrases.owner, owners)]),
    list(section.items.map((item) => checklistItem(writing, item))),
  ];
}

export function checklistChapter(writing: Writing): Chapter | null {
  const { sections } = writing.plan;
  const blocks = sections.flatMap((section) => checklistSection(writing, section));
  return chapterOf(sections, [heading(2, writing.phrases.checklist), ...blocks]);
}

function timelineRow({ plan, phrases, roles }: Writing, stage: Stage): string[] {
  const length = stage.durationMin === null ? "-" : durationText(stage.durationMin, plan.language);
  const row = [stage.startText, stage.label, stage.name, roles.owners(stage.owners), length];
  const isSaid = findMeaning(row.join(" "), PARALLEL_WORDS) !== null;
  return stage.parallel && !isSaid ? row.with(-1, `${length}${inBrackets(phrases.parallel, plan.language)}`) : row;
}

export function timelineChapter(writing: Writing): Chapter | null {
  const { plan, phrases } = writing;
  const { time, stage, work, owner, duration } = phrases.timelineColumns;
  const hasLabels = plan.stages.some(({ label }) => label !== "");
  const rows = [[time, stage, work, owner, duration], ...plan.stages.map((one) => timelineRow(writing, one))];
  const [head = [], ...body] = hasLabels ? rows : rows.map((row) => row.toSpliced(1, 1));
  return chapterOf(plan.stages, [heading(2, phrases.timeline), table(head, body)]);
}

/** Notes that no block has among its comments. */
function looseNotes({ notes, blocks }: StepGroup): string[] {
  const inBlocks = blocks.flatMap((block) => splitCommands(block).notes).map(({ text }) => text);
  return notes.flatMap(({ text }) => {
    const at = inBlocks.indexOf(text);
    if (at >= 0) inBlocks.splice(at, 1);
    return at >= 0 ? [] : [text];
  });
}

function stepGroup({ plan, phrases }: Writing, group: StepGroup): RootContent[] {
  const notes = looseNotes(group);
  // Below commands a list is notes; where there are none, a list would be the work itself.
  const said =
    group.blocks.length > 0 && notes.length > 0 ? [list(notes.map((text) => ({ text })))] : notes.map(paragraph);
  return [
    heading(3, numbered(phrases.step, group.number, group.name, plan.language)),
    ...writeWork({ ...group, split: (block) => splitCommands(block).steps }),
    ...said,
  ];
}

export function stepsChapter(writing: Writing): Chapter | null {
  const { stepGroups } = writing.plan;
  const blocks = stepGroups.flatMap((group) => stepGroup(writing, group));
  return chapterOf(stepGroups, [heading(2, writing.phrases.steps), ...blocks]);
}
