import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { withLabelsApart } from "./lazy-labels";
import { withWrittenLists } from "./written-lists";

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** The document's tree; null when the parser gives up on it (it recurses, so deep inline nesting exhausts the stack). */
export function parseMarkdown(source: string): Root | null {
  try {
    return withWrittenLists(withLabelsApart(processor.parse(source)));
  } catch {
    return null;
  }
}
