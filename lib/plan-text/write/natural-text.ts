import type { RootContent } from "mdast";
import type { Plan } from "@/lib/domain/plan/plan";
import { channelsChapter, contactsChapter, criteriaChapter, reviewChapter, windowsChapter } from "./aftercare-chapters";
import { bindingsChapter } from "./bindings-chapter";
import type { Chapter, Writing } from "./chapter";
import { checksChapter } from "./checks-chapter";
import { heading, labelledQuote } from "./nodes";
import { PHRASES } from "./phrases";
import { createRoleSpeller } from "./role-speller";
import { followupsChapter, playbooksChapter, procedureChapter, triggersChapter } from "./safety-chapters";
import { blueGreenChapter, canaryChapter, goalsChapter, infoChapter } from "./strategy-chapters";
import { stringify } from "./stringify";
import { checklistChapter, stepsChapter, timelineChapter } from "./work-chapters";

/** In the order of a plan that was never a document. Roles are met in the readers' order: timeline before checklist. */
function chaptersOf(writing: Writing): (Chapter | null)[] {
  const timeline = timelineChapter(writing);
  return [
    infoChapter(writing),
    goalsChapter(writing),
    canaryChapter(writing),
    blueGreenChapter(writing),
    checklistChapter(writing),
    timeline,
    stepsChapter(writing),
    triggersChapter(writing),
    checksChapter(writing),
    procedureChapter(writing),
    followupsChapter(writing),
    playbooksChapter(writing),
    bindingsChapter(writing),
    windowsChapter(writing),
    criteriaChapter(writing),
    reviewChapter(writing),
    contactsChapter(writing),
    channelsChapter(writing),
  ];
}

/** Chapters in the order of their document; one that is new follows the one that usually stands before it. */
function inOrder(chapters: readonly (Chapter | null)[]): Chapter[] {
  let before = 0;
  const placed = chapters.flatMap((chapter) => {
    if (chapter === null) return [];
    before = chapter.from === 0 ? before : chapter.from;
    return [{ chapter, at: before }];
  });
  return placed.sort((one, two) => one.at - two.at).map(({ chapter }) => chapter);
}

/** What a plan says in words: the document without the settings that words cannot carry. */
export function naturalText(plan: Plan): string {
  const writing: Writing = { plan, phrases: PHRASES[plan.language], roles: createRoleSpeller(plan) };
  const facts = plan.document.toSorted((one, two) => one.lines.from - two.lines.from);
  const head: RootContent[] = [
    ...(plan.title === "" ? [] : [heading(1, plan.title)]),
    ...(plan.subtitle === null ? [] : [heading(1, plan.subtitle)]),
    ...(facts.length === 0 ? [] : [labelledQuote(facts)]),
  ];
  return stringify({
    type: "root",
    children: [...head, ...inOrder(chaptersOf(writing)).flatMap(({ blocks }) => blocks)],
  });
}
