import type { Nodes, Root } from "mdast";
import { linesOf } from "./node-text";

/** The numbers of all lines that belong to code or to HTML comments: their bytes are nobody's prose. */
export function codeLines(root: Root): Set<number> {
  const found = new Set<number>();
  const visit = (node: Nodes) => {
    if (node.type === "code" || (node.type === "html" && node.value.startsWith("<!--"))) {
      const { from, to } = linesOf(node);
      for (let line = from; line <= to; line += 1) found.add(line);
    } else if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return found;
}
