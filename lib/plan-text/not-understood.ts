import type { RootContent } from "mdast";
import type { Finding } from "@/lib/domain/plan/finding";
import type { Lines } from "@/lib/domain/plan/plan";
import { finding } from "./findings";
import { linesOf, textOf } from "./markdown/node-text";
import { type Section, withDescendants } from "./markdown/outline";
import type { Reading } from "./reading";
import { type TopicMap, titleSections } from "./topics";

const mostFindings = 300;
const excerptLength = 120;

/** Blocks that say nothing: link definitions and comments. */
function isSilent(block: RootContent): boolean {
  return block.type === "definition" || (block.type === "html" && /^\s*<!--[\s\S]*-->\s*$/.test(block.value));
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > excerptLength ? `${[...line].slice(0, excerptLength).join("")}…` : line;
}

function report(lines: Lines, text: string): Finding {
  return finding("not-understood", lines, { text: excerpt(text) });
}

/** A heading is lost when it names no topic, nothing stands below it and no reader took its words. */
function isLostHeading(section: Section, reading: Reading, topics: TopicMap, titles: readonly Section[]): boolean {
  if (section.depth === 0 || titles.includes(section) || reading.namedSections.has(section)) return false;
  const empty = section.blocks.length === 0 && section.children.length === 0;
  const unread = section.depth === 7 && !section.blocks.some((block) => reading.claimed.has(block));
  return (empty && topics.topicOf(section) === null) || (unread && section.children.length === 0);
}

/** Everything that no reader took, in the order of the document. Nothing is dropped silently. */
export function listNotUnderstood(reading: Reading, document: Section, topics: TopicMap): Finding[] {
  const titles = titleSections(document);
  const findings = withDescendants(document).flatMap((section) => [
    ...(isLostHeading(section, reading, topics, titles) ? [report(section.heading, section.title)] : []),
    ...section.blocks
      .filter((block) => !reading.claimed.has(block) && !isSilent(block))
      .map((block) => report(linesOf(block), textOf(block))),
  ]);
  const next = findings[mostFindings];
  if (next === undefined) return findings;
  const lines = { from: next.line, to: reading.lines.length };
  return [
    ...findings.slice(0, mostFindings),
    finding("more-not-understood", lines, { count: findings.length - mostFindings }),
  ];
}
