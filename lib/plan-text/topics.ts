import type { Section } from "./markdown/outline";
import { withDescendants } from "./markdown/outline";
import { findMeaning } from "./match-word";
import { OWNING_TOPICS, TOPICS, type Topic } from "./words/topics";

/** What each part of the outline is about. Of an owning topic only the top section is listed. */
export type TopicMap = {
  sections: (topic: Topic) => Section[];
  topicOf: (section: Section) => Topic | null;
};

/**
 * Topics by the words of the headings. A heading without a known word belongs to what stands above it, unless that is only a
 * frame such as "发布流程".
 */
export function mapTopics(document: Section): TopicMap {
  const found = new Map<Section, Topic>();
  const listed = new Map<Topic, Section[]>();
  const visit = (section: Section, above: Topic | null) => {
    const topic = findMeaning(section.name, TOPICS) ?? above;
    if (topic === null) {
      for (const child of section.children) visit(child, null);
      return;
    }
    listed.set(topic, [...(listed.get(topic) ?? []), section]);
    if (OWNING_TOPICS.has(topic)) {
      for (const part of withDescendants(section)) found.set(part, topic);
      return;
    }
    found.set(section, topic);
    for (const child of section.children) visit(child, topic);
  };
  const titles = titleSections(document);
  const visitTop = (section: Section) => {
    if (section.depth > 0 && !titles.includes(section)) visit(section, null);
    else for (const child of section.children) visitTop(child);
  };
  visitTop(document);
  return { sections: (topic) => listed.get(topic) ?? [], topicOf: (section) => found.get(section) ?? null };
}

/**
 * The headings that name the whole document and are no part of it ("Release plan with rollback"): the first of the top level,
 * and a second one that follows it at once.
 */
export function titleSections(document: Section): Section[] {
  const [first, second] = document.children.filter((section) => section.depth === 1);
  if (first === undefined) return [];
  const follows = first.blocks.length === 0 && first.children.length === 0;
  return second !== undefined && follows && findMeaning(second.name, TOPICS) === null ? [first, second] : [first];
}
