import type { List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { readLeadingTime } from "../leading-time";
import { linesOf, phrasingRows, textOf } from "./node-text";

/** "1）", "（2）", "③", "4️⃣" and "5、" number work for people; Markdown sees running text. */
const ordinal = /^\s*(?:[（(]?(\d{1,2})[）)]|(\d{1,2})、|(\d)\uFE0F?\u20E3|([①-⑳]))\s*(?=\S)/u;
const bullet = /^\s*[•●◆▪‣◦○·➤▶]\s*(?=\S)/u;
const box = /^\s*(?:([☐□]|\[ \]|【 】)|([☑☒]|\[[xX]\]))\s*(?=\S)/u;
/** "8.1 Return the share" below "8.0 Back-out": the number of a chapter and of its step. */
const dotted = /^\s*\d{1,2}\.(\d{1,2})[.)]?\s+(?=\p{L})/u;
const clock = /^\D{0,3}\d{1,2}[:：]\d{2}/u;

const span = /^\s*\d+\s?[-–~至]\s?\d+\s?(?:个?小时|分钟|天|hours?|hrs?|h|days?|d)(?![a-z])/iu;

type Form = "ordinal" | "dotted" | "bullet" | "box" | "clock" | "span";
type Mark = { form: Form; width: number; number: number | null; checked: boolean | null };

function numberOf(found: RegExpExecArray): number {
  const circled = found[4];
  return circled === undefined ? Number(found[1] ?? found[2] ?? found[3]) : circled.charCodeAt(0) - 0x2460 + 1;
}

/** What a line begins with, where that makes it an item of a list that Markdown does not know. */
function markOf(row: readonly PhrasingContent[]): Mark | null {
  const text = row.map(textOf).join("");
  const numbered = ordinal.exec(text);
  const plain = { number: null, checked: null };
  if (numbered !== null) return { ...plain, form: "ordinal", width: numbered[0].length, number: numberOf(numbered) };
  const part = dotted.exec(text);
  if (part !== null) return { ...plain, form: "dotted", width: part[0].length, number: Number(part[1]) };
  const pointed = bullet.exec(text);
  if (pointed !== null) return { ...plain, form: "bullet", width: pointed[0].length };
  const boxed = box.exec(text);
  if (boxed !== null) return { ...plain, form: "box", width: boxed[0].length, checked: boxed[2] !== undefined };
  if (clock.test(text) && (readLeadingTime(text)?.rest ?? "") !== "") return { ...plain, form: "clock", width: 0 };
  return span.test(text) ? { ...plain, form: "span", width: 0 } : null;
}

/** The words of a row behind its mark; null when the mark is not plain text. */
function behindMark(row: readonly PhrasingContent[], width: number): PhrasingContent[] | null {
  const [first, ...rest] = row;
  if (width === 0) return [...row];
  if (first?.type !== "text" || first.value.length < width) return null;
  return [{ type: "text", value: first.value.slice(width) }, ...rest];
}

function at(from: number, to: number): NonNullable<Paragraph["position"]> {
  return { start: { line: from, column: 1 }, end: { line: to, column: 1 } };
}

function itemOf(children: PhrasingContent[], checked: boolean | null, from: number, to: number): ListItem {
  const paragraph: Paragraph = { type: "paragraph", children, position: at(from, to) };
  return { type: "listItem", spread: false, checked, children: [paragraph], position: at(from, to) };
}

function listOf(items: ListItem[], mark: Mark): List {
  const [from, to] = [items[0], items.at(-1)].map((item) => (item === undefined ? { from: 0, to: 0 } : linesOf(item)));
  const ordered =
    mark.form === "ordinal" || mark.form === "dotted" ? { ordered: true, start: mark.number ?? 1 } : { ordered: false };
  return { type: "list", spread: false, ...ordered, children: items, position: at(from?.from ?? 0, to?.to ?? 0) };
}

const fewest: Readonly<Record<Form, number>> = { ordinal: 2, dotted: 2, bullet: 2, box: 2, clock: 3, span: 2 };

/** A paragraph whose lines are items, with the lines in front of the first one as a paragraph of their own. */
function fromLines(paragraph: Paragraph): RootContent[] | null {
  const rows = phrasingRows(paragraph);
  const marks = rows.map(markOf);
  const first = marks.findIndex((mark) => mark !== null);
  const mark = marks[first];
  if (mark === undefined || mark === null) return null;
  if (marks.filter((one) => one?.form === mark.form).length < fewest[mark.form]) return null;
  const start = linesOf(paragraph).from;
  const items: ListItem[] = [];
  for (let index = first; index < rows.length; index += 1) {
    const [row = [], own] = [rows[index], marks[index]];
    const line = start + index;
    const last = items.at(-1)?.children[0];
    if (own?.form === mark.form) {
      const words = behindMark(row, own.width);
      if (words === null) return null;
      items.push(itemOf(words, own.checked, line, line));
    } else if (last?.type === "paragraph" && mark.width > 0) {
      last.children.push({ type: "text", value: "\n" }, ...row);
    } else return null;
  }
  const list = listOf(items, mark);
  if (first === 0) return [list];
  const lead = rows.slice(0, first).flatMap((row, index) => (index === 0 ? row : [lineBreak(), ...row]));
  return [{ type: "paragraph", children: lead, position: at(start, start + first - 1) }, list];
}

const lineBreak = (): PhrasingContent => ({ type: "text", value: "\n" });

/** A dotted number on a line of its own may as well be a heading's. */
const ofSiblings: ReadonlySet<Form> = new Set<Form>(["ordinal", "clock"]);

/** The mark of a paragraph of one line that may be an item with what follows it. */
function lineMark(block: RootContent | undefined): Mark | null {
  if (block?.type !== "paragraph") return null;
  const rows = phrasingRows(block);
  const mark = rows.length === 1 ? markOf(rows[0] ?? []) : null;
  const isBold = block.children.length === 1 && block.children[0]?.type === "strong";
  return isBold || mark === null || !ofSiblings.has(mark.form) ? null : mark;
}

/** Lines that number or time the work, with the commands of each below it: one list. Null where no list begins. */
function fromSiblings(blocks: readonly RootContent[], from: number): { list: List; next: number } | null {
  const mark = lineMark(blocks[from]);
  if (mark === null || (mark.form === "ordinal" && mark.number !== 1)) return null;
  const items: ListItem[] = [];
  let index = from;
  for (let block = blocks[index]; block !== undefined; block = blocks[index]) {
    const own = lineMark(block);
    const isNext = own?.form === mark.form && (own.number === null || own.number === items.length + 1);
    const last = items.at(-1);
    if (isNext && block.type === "paragraph") {
      const words = behindMark(block.children, own.width);
      const { from: line } = linesOf(block);
      if (words === null) break;
      items.push(itemOf(words, null, line, line));
    } else if (last !== undefined && (block.type === "code" || block.type === "list" || block.type === "blockquote")) {
      last.children.push(block);
      last.position = at(linesOf(last).from, linesOf(block).to);
    } else break;
    index += 1;
  }
  return items.length < fewest[mark.form] ? null : { list: listOf(items, mark), next: index };
}

/** The tree with lists where a document has them in signs that Markdown does not know. */
export function withWrittenLists(root: Root): Root {
  const children: RootContent[] = [];
  for (let index = 0; index < root.children.length; ) {
    const block = root.children[index];
    const found = fromSiblings(root.children, index);
    if (found !== null) children.push(found.list);
    else if (block !== undefined) children.push(...((block.type === "paragraph" ? fromLines(block) : null) ?? [block]));
    index = found?.next ?? index + 1;
  }
  return { ...root, children };
}
