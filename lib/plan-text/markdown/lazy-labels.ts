import type { List, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import { isList, linesOf, phrasingRows, textOf } from "./node-text";

const longestLabel = 40;

function isLabel(row: readonly PhrasingContent[]): boolean {
  const text = row.map(textOf).join("").trim();
  return text.length > 1 && text.length <= longestLabel && /^[^:：]+[:：]$/.test(text);
}

function paragraphOf(rows: readonly PhrasingContent[][], from: number): Paragraph {
  const children = rows.flatMap((row, index): PhrasingContent[] =>
    index === 0 ? [...row] : [{ type: "text", value: "\n" }, ...row],
  );
  const line = (at: number) => ({ line: at, column: 1 });
  return { type: "paragraph", children, position: { start: line(from), end: line(from + rows.length - 1) } };
}

/** A paragraph whose last line is a label: what stands in front of it, and the label. */
function apart(paragraph: Paragraph): [Paragraph, Paragraph] | null {
  const rows = phrasingRows(paragraph);
  const last = rows.at(-1);
  if (rows.length < 2 || last === undefined || !isLabel(last)) return null;
  const { from } = linesOf(paragraph);
  return [paragraphOf(rows.slice(0, -1), from), paragraphOf([last], from + rows.length - 1)];
}

function partOf(list: List, from: number, to: number): List {
  const children = list.children.slice(from, to);
  const [first, last] = [children[0], children.at(-1)];
  const start = first?.position?.start ?? list.position?.start ?? { line: 0, column: 1 };
  const end = last?.position?.end ?? start;
  return { ...list, children, position: { start, end } };
}

/** "- a\nWhen to stop:\n- b": without a blank line the label is drawn into the item above it, and into one list with what it names. */
function listApart(list: List): RootContent[] {
  for (const [index, item] of list.children.entries()) {
    const [only, ...others] = item.children;
    const isLast = index === list.children.length - 1;
    if (isLast || only?.type !== "paragraph" || others.length > 0) continue;
    const found = apart(only);
    if (found === null) continue;
    const [own, label] = found;
    const before = { ...item, children: [own], position: own.position };
    const head = partOf({ ...list, children: list.children.with(index, before) }, 0, index + 1);
    return [head, label, ...listApart(partOf(list, index + 1, list.children.length))];
  }
  return [list];
}

/** "【步骤】" above lines of the same paragraph: a heading, and what it names. */
function behindBox(paragraph: Paragraph): [Paragraph, Paragraph] | null {
  const rows = phrasingRows(paragraph);
  const [first = [], ...rest] = rows;
  if (rest.length === 0 || !/^【[^【】]{1,40}】$/.test(first.map(textOf).join("").trim())) return null;
  const { from } = linesOf(paragraph);
  return [paragraphOf([first], from), paragraphOf(rest, from + 1)];
}

/** The tree with labels on their own that only the want of a blank line had put into what stands above them. */
export function withLabelsApart(root: Root): Root {
  const children = root.children.flatMap((block, index): RootContent[] => {
    const next = root.children[index + 1];
    if (block.type === "list") return listApart(block);
    const boxed = block.type === "paragraph" ? behindBox(block) : null;
    if (boxed !== null) return boxed;
    if (block.type !== "paragraph" || next === undefined || !isList(next)) return [block];
    return apart(block) ?? [block];
  });
  return { ...root, children };
}
