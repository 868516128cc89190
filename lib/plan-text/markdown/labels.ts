import type { List, Paragraph, RootContent } from "mdast";
import type { LabelledText } from "@/lib/domain/plan/plan";
import { exactMeaning } from "../match-word";
import { levelOf } from "../trigger-level";
import { CANARY_PARTS } from "../words/canary-parts";
import { PLAYBOOK_PARTS } from "../words/playbook-parts";
import { TOPICS } from "../words/topics";
import { ABSENT, withoutAbsent } from "./absent";
import { flatItems, isList, itemText, linesOf, paragraphLines, type TextLine } from "./node-text";

const longestLabel = 40;
const longestLead = 90;
const holds: ReadonlySet<RootContent["type"]> = new Set(["list", "table", "code"]);

/** "**Step 2** — deploy": a bold line that numbers a part is a heading whatever follows in it. */
const numberedPart = /^\s*(?:(?:step|stage|phase|wave|步骤|阶段|第)\s*[\d一二三四五六七八九十]+)/i;

/** "label: text" taken apart at its first colon; null when there is no label in front of one. */
export function splitLabel(text: string): { label: string; text: string } | null {
  const boxed = /^\s*【([^【】\n]{1,20})】\s*([^\s][\s\S]*)$/.exec(text);
  if (boxed !== null) return { label: boxed[1] ?? "", text: withoutAbsent(boxed[2] ?? "") };
  const found = /^\s*([^:：\n]{1,60}?)\s*[:：]\s*([\s\S]*)$/.exec(text);
  const label = found?.[1] ?? "";
  if (found === null || label.length > longestLabel || label.includes("//")) return null;
  // "02:10 backup" is a time, "http://…" an address.
  if (/\d$/.test(label) && /^[^\n]*?\d[:：]\d/.test(text)) return null;
  return { label, text: withoutAbsent((found[2] ?? "").trim()) };
}

/** The words of a paragraph that stands as a small heading: all bold, or ending in a colon; null otherwise. */
export function headingLike(paragraph: Paragraph): string | null {
  const [line, ...more] = paragraphLines(paragraph);
  if (line === undefined || more.length > 0 || line.text === "") return null;
  const boxed = /^【([^【】]{1,40})】$/.exec(line.text)?.[1];
  if (boxed !== undefined) return boxed;
  const bare = line.text.replace(/\s*[:：]\s*$/, "");
  if (line.bold !== null && bare === line.bold.trim().replace(/\s*[:：]\s*$/, "")) return bare;
  if (line.bold !== null && /^\s*[（(][^（()）]{1,60}[)）]\s*[:：]?$/.test(line.text.slice(line.bold.length)))
    return bare;
  const [only, ...others] = paragraph.children;
  if (only?.type === "emphasis" && others.length === 0 && bare.length <= longestLabel) return bare;
  if (line.bold !== null && numberedPart.test(line.bold)) return line.text;
  // "All three use the same script, only the share differs:" is a sentence about what follows; conditions name what they lead to.
  const isSentence = /[，。；]|[,.;]\s/.test(bare) && levelOf(bare) === null;
  return bare !== line.text && bare.length <= longestLabel && !isSentence ? bare : null;
}

/** "（一）技术条件": numbered as a heading without being marked as one. */
const bracketedOrdinal = /^\s*[（(][一二三四五六七八九十]{1,3}[)）]\s*\S/;

/** "7.1 回切判断" in front of what it names. */
const dottedOrdinal = /^\s*\d{1,2}(?:\.\d{1,2}){1,3}[.、]?\s+\p{L}/u;

function isBoxed(list: List): boolean {
  return flatItems(list).some(({ checked }) => typeof checked === "boolean");
}

/** "Symptom: …" and "Action: …" and nothing else. */
function isLabelled(block: RootContent): boolean {
  return block.type === "paragraph" && labelledLines([block]).complete;
}

/** A short line that is nothing but the name of a part or stands above boxes to tick, right above what the part holds: a heading without marks. */
export function nameOfPart(node: RootContent, next: RootContent | undefined, isPlain: boolean): string | null {
  if (node.type !== "paragraph" || next === undefined) return null;
  const [line, ...more] = paragraphLines(node);
  if (line === undefined || more.length > 0) return null;
  if (dottedOrdinal.test(line.text) && line.text.length <= longestLead && isLabelled(next)) return line.text;
  if (!holds.has(next.type)) return null;
  // In a mail without any heading each short line above a list or commands is one.
  if (isPlain && line.text.length <= longestLead && !/[.。!！?？;；,，]$/.test(line.text))
    return line.text.replace(/\s*[:：]$/, "");
  if (line.text.length > longestLabel) return null;
  const bare = line.text.replace(/\s*[（(][^（()）]*[)）]\s*$/, "");
  const isLead = bracketedOrdinal.test(line.text) || dottedOrdinal.test(line.text) || (isList(next) && isBoxed(next));
  if (isLead && splitLabel(line.text) === null && splitLead(line) === null && !/[。.!?！？;；,，]$/.test(bare))
    return line.text;
  const known = exactMeaning(bare, TOPICS) ?? exactMeaning(bare, CANARY_PARTS) ?? exactMeaning(bare, PLAYBOOK_PARTS);
  return known === null ? null : line.text;
}

/** Every "label: text" line of paragraphs, quotes and lists. `complete` = no other line is among them. */
export function labelledLines(blocks: readonly RootContent[]): {
  rows: (LabelledText & { bold: boolean })[];
  complete: boolean;
} {
  const rows: (LabelledText & { bold: boolean })[] = [];
  let complete = true;
  for (const line of blocks.flatMap(linesIn).flatMap(inPieces)) {
    const parts = splitLabel(line.text) ?? splitLead(line);
    if (parts === null || (parts.text === "" && !line.text.includes(ABSENT))) complete = false;
    else rows.push({ ...parts, bold: line.bold !== null, lines: { from: line.line, to: line.line } });
  }
  return { rows, complete: complete && rows.length > 0 };
}

type Line = TextLine;

/** "**Change technician** - @lee": drawn words in front of a dash are a label. */
function splitLead({ text, lead }: Line): { label: string; text: string } | null {
  if (lead === null || !text.startsWith(lead.trim())) return null;
  const found = /^\s*[-–—]\s+(\S[\s\S]*)$/.exec(text.slice(lead.trim().length));
  return found === null ? null : { label: lead.trim(), text: withoutAbsent(found[1] ?? "") };
}

/** "Owner: DBA | Duration: 20 min" is two lines in one, where every piece has its label. */
function inPieces(line: Line): Line[] {
  const pieces = line.text.split(/\s+[|｜·•]\s+|\s*；\s*|\u3000+|\s{2,}(?=[^\s:：]{1,20}[:：])/);
  if (pieces.length < 2 || pieces.some((piece) => (splitLabel(piece)?.text ?? "") === "")) return [line];
  return pieces.map((text) => ({ ...line, text }));
}

function linesIn(block: RootContent): Line[] {
  if (block.type === "paragraph") return paragraphLines(block);
  if (block.type === "blockquote") return block.children.flatMap(linesIn);
  if (isList(block)) return listLines(block);
  return [{ text: "", bold: null, lead: null, line: linesOf(block).from }];
}

function listLines(list: List): Line[] {
  return flatItems(list).map((item) => {
    const { text, lines } = itemText(item);
    const [first] = item.children;
    const lead = first?.type === "paragraph" ? (paragraphLines(first)[0]?.lead ?? null) : null;
    return { text, bold: null, lead, line: lines.from };
  });
}
