import type { List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { Lines, Text } from "@/lib/domain/plan/plan";
import { HTML_TAGS } from "../words/placeholders";
import { withoutAbsent } from "./absent";

/** The words of a node without its marks; a line break in the source stays one. */
export function textOf(node: Nodes): string {
  if (node.type === "html") return textOfHtml(node.value);
  if ("value" in node) return node.value;
  if (node.type === "break") return "\n";
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  if ("children" in node) return node.children.map(textOf).join(node.type === "paragraph" ? "" : separator(node));
  return "";
}

/** Tags and comments are silent; what only looks like a tag, such as `<owner>`, is what the document says. */
function textOfHtml(value: string): string {
  const tag = /^<\/?([a-z][a-z0-9]*)/i.exec(value)?.[1]?.toLowerCase();
  if (tag === "br") return "\n";
  return tag === undefined || HTML_TAGS.includes(tag) ? "" : value;
}

function separator(node: Nodes): string {
  return node.type === "list" || node.type === "listItem" || node.type === "blockquote" ? "\n" : "";
}

export function linesOf(node: Nodes): Lines {
  return { from: node.position?.start.line ?? 0, to: node.position?.end.line ?? 0 };
}

export function spanning(nodes: readonly Lines[]): Lines {
  const known = nodes.filter((lines) => lines.from > 0);
  if (known.length === 0) return { from: 0, to: 0 };
  return { from: Math.min(...known.map((lines) => lines.from)), to: Math.max(...known.map((lines) => lines.to)) };
}

/** An item's own words, without the lists below it. */
export function itemText(item: ListItem): Text {
  const own = item.children.filter((child) => child.type !== "list");
  const text = withoutAbsent(own.map(textOf).join("\n").trim());
  const lines = own.length === 0 ? linesOf(item) : spanning([linesAt(item), ...own.map(linesOf)]);
  return { text, lines };
}

function linesAt(item: ListItem): Lines {
  const { from } = linesOf(item);
  return { from, to: from };
}

/** The words of all items of these lists and of those below them; an item that says nothing is none. */
export function itemTexts(lists: readonly List[]): Text[] {
  return lists
    .flatMap(flatItems)
    .map(itemText)
    .filter(({ text }) => text !== "");
}

/** All items of a list and of the lists below it, in the order of the document. */
export function flatItems(list: List): ListItem[] {
  return list.children.flatMap((item) => [item, ...item.children.filter(isList).flatMap(flatItems)]);
}

/** The items of the lists right below an item. */
export function subItems(item: ListItem): Text[] {
  return item.children.filter(isList).flatMap(flatItems).map(itemText);
}

export function isList(node: RootContent): node is List {
  return node.type === "list";
}

/** `lead` = the bold or slanted words that a line begins with. */
export type TextLine = { text: string; bold: string | null; lead: string | null; line: number };

/** What a paragraph consists of, line by line. */
export function phrasingRows(paragraph: Paragraph): PhrasingContent[][] {
  const rows: PhrasingContent[][] = [[]];
  for (const child of paragraph.children) {
    if (child.type === "break") {
      rows.push([]);
    } else if (child.type === "text" && child.value.includes("\n")) {
      const [first = "", ...rest] = child.value.split("\n");
      rows.at(-1)?.push({ type: "text", value: first });
      for (const value of rest) rows.push([{ type: "text", value }]);
    } else {
      rows.at(-1)?.push(child);
    }
  }
  return rows.map((row) => row.filter((child) => child.type !== "text" || child.value !== ""));
}

/** The lines of a paragraph, each with the bold words that it begins with. */
export function paragraphLines(paragraph: Paragraph): TextLine[] {
  const start = linesOf(paragraph).from;
  return phrasingRows(paragraph).map((row, index) => ({
    text: row.map(textOf).join("").trim(),
    bold: leadingWords(row, ["strong"]),
    lead: leadingWords(row, ["strong", "emphasis"]),
    line: start + index,
  }));
}

function leadingWords(row: PhrasingContent[], marks: readonly PhrasingContent["type"][]): string | null {
  const first = row.find((child) => child.type !== "text" || child.value.trim() !== "");
  return first !== undefined && marks.includes(first.type) ? textOf(first) : null;
}
