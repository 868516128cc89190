import type { RootContent } from "mdast";
import type { CanaryStage } from "@/lib/domain/plan/plan";
import { readPercent } from "../durations";
import { type Chapter, chapterOf, nameOf, type Writing } from "./chapter";
import { boldLine, code, heading, labelledLine, list, table } from "./nodes";
import { durationText, inBrackets, numbered } from "./phrases";

export function infoChapter({ plan, phrases }: Writing): Chapter | null {
  const { rows } = plan.info;
  const body = rows.map(({ label, text }) => [label, text]);
  return chapterOf(rows, [heading(2, phrases.info), table(phrases.infoColumns, body)]);
}

export function goalsChapter({ plan, phrases }: Writing): Chapter | null {
  const groups = plan.goals.flatMap(({ name, goals }) => [
    ...(name === phrases.goals ? [] : [boldLine(name)]),
    list(goals.map(nameOf).map((text) => ({ text }))),
  ]);
  return chapterOf(plan.goals, [heading(2, phrases.goals), ...groups]);
}

function canaryStage({ plan, phrases }: Writing, stage: CanaryStage): RootContent[] {
  const { language } = plan;
  const remark = stage.soakMin === null ? "" : inBrackets(durationText(stage.soakMin, language), language);
  const blocks: RootContent[] = [
    heading(3, numbered(phrases.canaryStage, stage.order, `${stage.name}${remark}`, language)),
  ];
  if (readPercent(stage.name) !== stage.share) blocks.push(labelledLine(phrases.share, `${stage.share}%`));
  if (stage.diagram !== null) blocks.push(code(stage.diagram.language, stage.diagram.text));
  for (const part of ["watch", "decisions"] as const) {
    if (stage[part].length > 0) blocks.push(boldLine(phrases[part]), list(stage[part]));
  }
  return blocks;
}

export function canaryChapter(writing: Writing): Chapter | null {
  const { canary } = writing.plan;
  const stages = canary.flatMap((stage) => canaryStage(writing, stage));
  return chapterOf(canary, [heading(2, writing.phrases.canary), ...stages]);
}

export function blueGreenChapter({ plan, phrases }: Writing): Chapter | null {
  const { blueGreen, language } = plan;
  if (blueGreen === null) return null;
  const within = blueGreen.rollbackWithinMin;
  const remark = within === null ? "" : inBrackets(durationText(within, language), language);
  const parts = [
    { name: phrases.before, block: blueGreen.before },
    { name: phrases.switch, block: blueGreen.switch },
    { name: `${phrases.switchBack}${remark}`, block: blueGreen.rollback },
  ];
  const blocks = parts.flatMap(({ name, block }) =>
    block === null ? [] : [boldLine(name), code(block.language, block.text)],
  );
  return chapterOf([blueGreen], [heading(2, phrases.blueGreen), ...blocks]);
}
