import type { RootContent } from "mdast";
import type { Finding } from "@/lib/domain/plan/finding";
import type { CodeBlock } from "@/lib/domain/plan/plan";
import { linesOf } from "./markdown/node-text";
import type { Section } from "./markdown/outline";
import type { RoleBook } from "./role-book";

/** One pass over one document: what is known so far and which parts somebody has read. */
export type Reading = {
  lines: readonly string[];
  language: "zh" | "en";
  roles: RoleBook;
  claimed: Set<RootContent>;
  /** Headings whose words went into the plan. */
  namedSections: Set<Section>;
  findings: Finding[];
};

/** Marks blocks as understood. */
export function claim(reading: Reading, blocks: readonly RootContent[]): void {
  for (const block of blocks) reading.claimed.add(block);
}

/** A code block with its bytes; its lines are those of the code, without the fences. */
function codeBlockOf(reading: Reading, block: RootContent): CodeBlock | null {
  if (block.type !== "code") return null;
  const { from: start, to: end } = linesOf(block);
  const fenced = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*(?:```|~~~)/.test(reading.lines[start - 1] ?? "");
  // A fence that is the document's last line has no line of its own below it.
  const from = Math.min(fenced ? start + 1 : start, end);
  const length = block.value === "" ? 1 : block.value.split("\n").length;
  return { language: block.lang ?? "", text: block.value, lines: { from, to: Math.min(from + length - 1, end) } };
}

/** The code blocks among these, claimed. */
export function takeCode(reading: Reading, blocks: readonly RootContent[]): CodeBlock[] {
  return blocks.flatMap((block) => {
    const code = codeBlockOf(reading, block);
    if (code !== null) reading.claimed.add(block);
    return code === null ? [] : [code];
  });
}
