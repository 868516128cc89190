import type { Code, List, RootContent } from "mdast";
import { readCriterion } from "../criterion-text";
import { readMinuteRange } from "../durations";
import { readLeadingTime } from "../leading-time";
import { mailIn, phoneIn } from "../readers/contact-marks";
import type { Guess } from "../words/guesses";
import { flatItems, isList, itemText, paragraphLines } from "./node-text";

const contactMark = /[\w.+-]+@[\w-]+\.\w+|\+?\d[\d\s()-]{6,}\d/;
const boxes = /[─│┌┐└┘├┤▼▲►→]|-{3,}>|\+--/;

export function isTaskList(list: List): boolean {
  return flatItems(list).some((item) => item.checked !== null && item.checked !== undefined);
}

function share(list: List, test: (text: string) => boolean): number {
  const texts = list.children.map((item) => itemText(item).text);
  return texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
}

/** Most of its items begin with a time: "02:10 Backup", "T+15min: shift". */
export function isTimedList(list: List): boolean {
  return list.children.length > 1 && share(list, (text) => readLeadingTime(text) !== null) >= 0.6;
}

const watchMin = 240;

/** Most of its items begin with a span, the longest of them hours: "0-6 h: drop-outs". */
export function isSpanList(list: List): boolean {
  const spans = list.children.flatMap(
    (item) => readMinuteRange(/^[^:：,，]{0,24}/.exec(itemText(item).text)?.[0] ?? "") ?? [],
  );
  return spans.length > 1 && spans.length * 5 >= list.children.length * 4 && spans.some(({ to }) => to >= watchMin);
}

export function isContactList(list: List): boolean {
  return share(list, (text) => contactMark.test(text)) >= 0.5;
}

/** A paragraph of several lines, each of which says how to reach somebody. */
export function isContactLines(block: RootContent): boolean {
  if (block.type !== "paragraph") return false;
  const lines = paragraphLines(block);
  return lines.length > 1 && lines.every(({ text }) => mailIn(text) !== null || phoneIn(text) !== null);
}

/** A picture made of characters, not something to run. */
export function isDrawing(code: Code): boolean {
  return boxes.test(code.value) && !/^\s*(?:\$|#|kubectl|curl|sudo|git|docker|helm|psql|mysql|ssh)\b/m.test(code.value);
}

/** What a block looks like by its form alone. */
export function guessOf(block: RootContent): Guess {
  if (block.type === "html") return "html";
  if (block.type === "code") return isDrawing(block) ? "drawing" : "commands";
  if (block.type === "table") return "table";
  if (!isList(block)) return "prose";
  if (isTaskList(block)) return "checklist";
  if (isTimedList(block)) return "timeline";
  if (isContactList(block)) return "contacts";
  if (share(block, (text) => readCriterion(text).comparator !== null) >= 0.5) return "criteria";
  return block.ordered === true ? "steps" : "list";
}
