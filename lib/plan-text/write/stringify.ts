import type { Root } from "mdast";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemToMarkdown } from "mdast-util-gfm-task-list-item";
import { defaultHandlers, type Handle, type Options, toMarkdown } from "mdast-util-to-markdown";

/** Chinese characters are drawn two columns wide: tables line up as they are seen. */
function width(text: string): number {
  return (
    text.length +
    (text.match(/[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g) ?? []).length
  );
}

/** An underscore between letters never marks anything: `scm_order` stays as people type it. */
const text: Handle = (node, parent, state, info) =>
  defaultHandlers.text(node, parent, state, info).replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, "_");

const options: Options = {
  bullet: "-",
  fences: true,
  listItemIndent: "one",
  rule: "-",
  handlers: { text },
  // What begins like an address is drawn as a link by every reader; where we did not make it one it must stay text.
  unsafe: [
    { character: ":", before: "[ps]", after: "\\/", inConstruct: "phrasing" },
    { character: ".", before: "[Ww]", after: "[\\-.\\w]", inConstruct: "phrasing" },
  ],
  extensions: [
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown({ stringLength: width }),
    gfmTaskListItemToMarkdown(),
    { handlers: { text } },
  ],
};

/** A tree as Markdown in the form in which we write it. */
export function stringify(root: Root): string {
  return toMarkdown(root, options);
}
