import type { RootContent } from "mdast";
import type { Finding } from "@/lib/domain/plan/finding";
import { finding } from "./findings";
import { excerpt, lostPart } from "./lost-part";
import { linesOf, textOf } from "./markdown/node-text";
import { type Section, withDescendants } from "./markdown/outline";
import { guessOf } from "./markdown/shapes";
import type { Reading } from "./reading";
import { type TopicMap, titleSections, topicOfName } from "./topics";

const mostFindings = 300;

/** Blocks that say nothing: link definitions, comments, tags without words. */
function isSilent(block: RootContent): boolean {
  if (block.type === "definition" || block.type === "footnoteDefinition") return block.type === "definition";
  if (block.type !== "html") return false;
  return (
    block.value
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/<summary>[^\n]*<\/summary>/gi, "")
      .replace(/<[^<>]*>/g, "")
      .trim() === ""
  );
}

/** A heading is lost when it names no topic, nothing stands below it and no reader took its words. */
function isLostHeading(section: Section, reading: Reading, topics: TopicMap, titles: readonly Section[]): boolean {
  if (section.depth === 0 || titles.includes(section) || reading.namedSections.has(section)) return false;
  const empty = section.blocks.length === 0 && section.children.length === 0;
  const unread = section.depth === 7 && !section.blocks.some((block) => reading.claimed.has(block));
  return (empty && topics.topicOf(section) === null) || (unread && section.children.length === 0);
}

/** Sentences, pictures and everything under a heading such as "Background" explain the plan and are no part of it. */
function isProse(block: RootContent, section: Section, topics: TopicMap, titles: readonly Section[]): boolean {
  if (topics.topicOf(section) === "background" || topicOfName(section.name) === "background") return true;
  const explains = block.type === "paragraph" || block.type === "blockquote";
  return explains && (titles.includes(section) || topics.topicOf(section) !== null);
}

function reportBlock(block: RootContent, isKept: boolean): Finding {
  const lines = linesOf(block);
  if (isKept) return finding("kept-as-prose", lines, { text: excerpt(textOf(block)) });
  return lostPart(lines, textOf(block), guessOf(block));
}

/** Everything that no reader took, in the order of the document. Nothing is dropped silently. */
export function listNotUnderstood(reading: Reading, document: Section, topics: TopicMap, isPlan: boolean): Finding[] {
  const titles = titleSections(document);
  const findings = withDescendants(document).flatMap((section) => [
    ...(isLostHeading(section, reading, topics, titles) ? [lostPart(section.heading, section.title, "heading")] : []),
    ...section.blocks
      .filter((block) => !reading.claimed.has(block) && !isSilent(block))
      .map((block) => reportBlock(block, isPlan && isProse(block, section, topics, titles))),
  ]);
  const next = findings[mostFindings];
  if (next === undefined) return findings;
  const lines = { from: next.line, to: reading.lines.length };
  return [
    ...findings.slice(0, mostFindings),
    finding("more-not-understood", lines, { count: findings.length - mostFindings }),
  ];
}
