import type { RootContent } from "mdast";
import type { CodeBlock, Playbook } from "@/lib/domain/plan/plan";
import { splitProcedure } from "../split-commands";
import { type Chapter, chapterOf, nameOf, runsOf, type Writing } from "./chapter";
import { boldLine, code, heading, labelledLine, list, table } from "./nodes";
import { durationText, inBrackets, numbered } from "./phrases";
import { writeWork } from "./step-layout";

export function triggersChapter({ plan, phrases }: Writing): Chapter | null {
  const runs = runsOf(plan.triggers, ({ level }) => level);
  const blocks = runs.flatMap(({ parts }) => {
    const [first] = parts;
    return first === undefined ? [] : [boldLine(phrases.levels[first.level]), list(parts)];
  });
  return chapterOf(plan.triggers, [heading(2, phrases.triggers), ...blocks]);
}

type Work = { name: string; commands: string };

/** A block and, as a list, the work that is not in it. */
function work(block: CodeBlock | null, steps: readonly Work[]): RootContent[] {
  const inBlock = block === null ? [] : splitProcedure(block);
  const listed = steps
    .filter(
      (step) => !inBlock.some(({ name, commands }) => commands === step.commands && (name ?? step.name) === step.name),
    )
    .map(({ name, commands }) => ({ text: name, commands: commands === "" ? null : code("bash", commands) }));
  return [
    ...(block === null ? [] : [code(block.language, block.text)]),
    ...(listed.length === 0 ? [] : [list(listed, { ordered: true })]),
  ];
}

export function procedureChapter({ plan, phrases, roles }: Writing): Chapter | null {
  const { rollback, language } = plan;
  if (rollback === null) return null;
  const { targetMin, block, steps } = rollback;
  const target = targetMin === null ? "" : inBrackets(durationText(targetMin, language), language);
  const name = `${phrases.procedure}${target}`;
  const isTable = block === null && steps.every(({ commands }) => commands === "");
  const hasOwners = steps.some(({ owners }) => owners.length > 0);
  const { work: workColumn, owner } = phrases.timelineColumns;
  const work =
    isTable && hasOwners
      ? [
          table(
            [workColumn, owner],
            steps.map((step) => [step.name, roles.owners(step.owners)]),
          ),
        ]
      : writeWork({ name, blocks: block === null ? [] : [block], steps, split: splitProcedure });
  return chapterOf([rollback], [heading(2, name), ...work]);
}

export function followupsChapter({ plan, phrases }: Writing): Chapter | null {
  const items = plan.followups.map(({ name, dueText, tasks }) => ({
    text: dueText === "" ? name : `${name}${inBrackets(dueText, plan.language)}`,
    below: tasks.map(nameOf),
  }));
  return chapterOf(plan.followups, [heading(2, phrases.followups), list(items, { ordered: true })]);
}

function playbook({ plan, phrases }: Writing, book: Playbook, number: number): RootContent[] {
  const symptoms = book.symptom === "" ? [] : book.symptom.split("\n");
  const steps = work(book.block, book.steps);
  return [
    heading(3, numbered(phrases.scenario, number, book.name, plan.language)),
    ...symptoms.map((text) => labelledLine(phrases.symptom, text)),
    ...(steps.length === 0 ? [] : [boldLine(phrases.handling), ...steps]),
    ...(book.recoveryMin === null
      ? []
      : [labelledLine(phrases.recovery, durationText(book.recoveryMin, plan.language))]),
  ];
}

export function playbooksChapter(writing: Writing): Chapter | null {
  const { playbooks } = writing.plan;
  const blocks = playbooks.flatMap((book, index) => playbook(writing, book, index + 1));
  return chapterOf(playbooks, [heading(2, writing.phrases.playbooks), ...blocks]);
}
