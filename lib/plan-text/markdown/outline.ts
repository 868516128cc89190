import type { Root, RootContent } from "mdast";
import type { Lines } from "@/lib/domain/plan/plan";
import { withoutAbsent } from "./absent";
import { headingLike, nameOfPart } from "./labels";
import { linesOf, spanning, textOf } from "./node-text";

/** A heading (or a bold line that stands as one) with what it covers. Depth 0 is the document, 7 a bold line. */
export type Section = {
  title: string;
  /** The title without its numbering: "3.1 代码质量检查" → "代码质量检查". */
  name: string;
  number: string | null;
  depth: number;
  heading: Lines;
  blocks: RootContent[];
  children: Section[];
};

const boldDepth = 7;
const han = "[一二三四五六七八九十]";
const ordinal = new RegExp(
  [
    "^(?:",
    "(?:step|stage|phase|wave|scenario|part|section|chapter)\\s*#?\\s*(\\d+)\\s*[:：.)、–—-]*|",
    `(?:步骤|阶段|场景|环节|预案|批次)\\s*([\\d一二三四五六七八九十]+)\\s*[:：.)、-]?|`,
    `第\\s*([\\d一二三四五六七八九十]+)\\s*[步章节部分阶段批]+\\s*[:：.)、-]?|`,
    "(\\d+(?:\\.\\d+)+)[.)、:：]?\\s+|",
    "(\\d+)[.)、]\\s*(?!\\d)|(\\d+)[:：]\\s+|(\\d)\\uFE0F?\\u20E3\\s*|",
    `(${han}{1,3})(?:\\s*[、.．:：]|\\s+)|`,
    "[(（]([\\d一二三四五六七八九十]+)[)）]|",
    "([ivx]{1,5})[.)]\\s+|(?:appendix\\s+)?([a-h])[.):]\\s+",
    ")\\s*",
  ].join(""),
  "iu",
);
const ornament = /^(?:\p{Extended_Pictographic}|\uFE0F|\u200D)+\s*|\s*(?:\p{Extended_Pictographic}|\uFE0F|\u200D)+$/gu;

/** A title split into its number and its words; numbers in front of numbers ("6.1 场景1: …") all go, ornaments too. */
function splitNumber(title: string): { number: string | null; name: string } {
  let number: string | null = null;
  let name = title.replace(ornament, "").trim() || title.trim();
  for (let found = ordinal.exec(name); found !== null && found[0].length < name.length; found = ordinal.exec(name)) {
    number ??= found.slice(1).find((part) => part !== undefined) ?? null;
    name = name.slice(found[0].length).replace(ornament, "").trim() || name;
  }
  return { number, name };
}

function openSection(title: string, depth: number, heading: Lines): Section {
  return { title, ...splitNumber(title), depth, heading, blocks: [], children: [] };
}

/** The words of `<summary>` at the head of something that can be folded: they name what follows. */
function summaryOf(node: RootContent): string | null {
  if (node.type !== "html") return null;
  const words = /<summary>([^\n]{1,200}?)<\/summary>/i
    .exec(node.value)?.[1]
    ?.replace(/<[^<>]{0,40}>/g, "")
    .trim();
  return words === undefined || words === "" ? null : words;
}

/** "4. Run sheet" over a line of dashes is a heading to whoever wrote it; Markdown sees a list and a rule. */
function underlined(node: RootContent, next: RootContent | undefined): string | null {
  if (node.type !== "list" || node.ordered !== true || node.children.length !== 1) return null;
  if (next?.type !== "thematicBreak" || linesOf(next).from !== linesOf(node).to + 1) return null;
  const words = textOf(node).trim();
  return words.includes("\n") ? null : `${node.start ?? 1}. ${words}`;
}

/** The document as nested sections. A rule (`---`) ends what a bold line began. */
export function outline(root: Root): Section {
  const document = openSection("", 0, { from: 0, to: 0 });
  const path: Section[] = [document];
  const enter = (section: Section) => {
    while ((path.at(-1)?.depth ?? 0) >= section.depth && path.length > 1) path.pop();
    path.at(-1)?.children.push(section);
    path.push(section);
  };
  const isPlain = !root.children.some(({ type }) => type === "heading");
  for (const [index, node] of root.children.entries()) {
    const next = root.children[index + 1];
    const numbered = underlined(node, next);
    if (numbered !== null) {
      enter(openSection(numbered, 2, linesOf(node)));
      continue;
    }
    const small = node.type === "paragraph" ? (headingLike(node) ?? nameOfPart(node, next, isPlain)) : summaryOf(node);
    if (node.type === "heading") enter(openSection(withoutAbsent(textOf(node).trim()), node.depth, linesOf(node)));
    else if (small !== null) enter(openSection(small, boldDepth, linesOf(node)));
    else if (node.type === "thematicBreak") while ((path.at(-1)?.depth ?? 0) >= boldDepth) path.pop();
    else path.at(-1)?.blocks.push(node);
  }
  return document;
}

/** A section and all below it, in the order of the document. */
export function withDescendants(section: Section): Section[] {
  return [section, ...section.children.flatMap(withDescendants)];
}

/** From the heading to the last line of what it covers. */
export function sectionLines(section: Section): Lines {
  return spanning(withDescendants(section).flatMap((part) => [part.heading, ...part.blocks.map(linesOf)]));
}
