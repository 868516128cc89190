import type {
  BlockContent,
  Blockquote,
  Code,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Table,
  TableCell,
} from "mdast";

const address = /https?:\/\/[!-;=?-~]+/g;

/** Text whose web addresses are links, so that nothing in them has to be escaped. */
function words(value: string): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  let end = 0;
  for (const match of value.matchAll(address)) {
    const url = match[0].replace(/[^\p{L}\p{N}/#=&]+$/u, "");
    if (url.length <= "https://".length) continue;
    if (match.index > end) found.push({ type: "text", value: value.slice(end, match.index) });
    found.push({ type: "link", url, children: [{ type: "text", value: url }] });
    end = match.index + url.length;
  }
  if (end < value.length) found.push({ type: "text", value: value.slice(end) });
  return found;
}

export function heading(depth: 1 | 2 | 3, value: string): Heading {
  return { type: "heading", depth, children: words(value) };
}

export function paragraph(value: string): Paragraph {
  return { type: "paragraph", children: words(value) };
}

/** A bold line that stands as a small heading. */
export function boldLine(value: string): Paragraph {
  return { type: "paragraph", children: [{ type: "strong", children: words(value) }] };
}

function labelled(label: string, value: string): PhrasingContent[] {
  return [{ type: "strong", children: words(label) }, { type: "text", value: ": " }, ...words(value)];
}

/** "**label**: text". */
export function labelledLine(label: string, value: string): Paragraph {
  return { type: "paragraph", children: labelled(label, value) };
}

/** Several labelled lines of one quote. */
export function labelledQuote(rows: readonly { label: string; text: string }[]): Blockquote {
  const lines = rows.map((row) => labelled(row.label, row.text));
  const children = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: "text", value: "\n" }, ...line],
  );
  return { type: "blockquote", children: [{ type: "paragraph", children }] };
}

export function code(language: string, value: string): Code {
  return { type: "code", lang: language === "" ? null : language, value };
}

export type Item = { text: string; below?: readonly string[]; commands?: Code | null; checked?: boolean };

function listItem({ text, below = [], commands = null, checked }: Item): ListItem {
  const children: BlockContent[] = [paragraph(text)];
  if (commands !== null) children.push(commands);
  if (below.length > 0) children.push(list(below.map((line) => ({ text: line }))));
  return { type: "listItem", spread: commands !== null, checked: checked ?? null, children };
}

/** An item "label: text". */
export function labelledItem(label: string, text: string): Item {
  return { text: `${label}: ${text}` };
}

export function list(items: readonly Item[], { ordered = false }: { ordered?: boolean } = {}): List {
  const children = items.map(listItem);
  return {
    type: "list",
    ordered,
    ...(ordered ? { start: 1 } : {}),
    spread: children.some(({ spread }) => spread),
    children,
  };
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const cell = (value: string): TableCell => ({ type: "tableCell", children: words(value) });
  return {
    type: "table",
    children: [head, ...rows].map((row) => ({ type: "tableRow", children: row.map(cell) })),
  };
}
