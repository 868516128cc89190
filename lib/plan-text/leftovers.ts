import type { List } from "mdast";
import { polarityOfAll } from "./condition-polarity";
import { isList, itemTexts } from "./markdown/node-text";
import type { Section } from "./markdown/outline";
import { isTaskList } from "./markdown/shapes";
import type { Reading } from "./reading";
import type { TopicMap } from "./topics";

/** Headings in nobody's words that hold one list which no reader took, and nothing else that could be a part. */
function openLists(reading: Reading, all: readonly Section[], topics: TopicMap): { section: Section; list: List }[] {
  return all.flatMap((section) => {
    const open = section.blocks.filter((block) => !reading.claimed.has(block) && block.type !== "paragraph");
    const [only, ...others] = open;
    const isFree = section.depth > 1 && topics.topicOf(section) === null && section.children.length === 0;
    return isFree && others.length === 0 && only !== undefined && isList(only) && !isTaskList(only)
      ? [{ section, list: only }]
      : [];
  });
}

/**
 * What parts that no heading names may stand in, by where they stand: conditions of health behind the work are what success is
 * measured by, sentences in front of everything else are what the release is for. Only where the document has no such part.
 */
export function leftoverSections(
  reading: Reading,
  places: { all: readonly Section[]; topics: TopicMap; work: { from: number; to: number } },
): { criteria: Section[]; goals: Section[] } {
  const { all, topics, work } = places;
  const lists = openLists(reading, all, topics);
  const textsOf = (list: List) => itemTexts([list]).map(({ text }) => text);
  const criteria = lists.filter(
    ({ section, list }) => work.from > 0 && section.heading.from > work.to && polarityOfAll(textsOf(list)) === "health",
  );
  const first = all.find(({ depth }) => depth > 1);
  const goals = lists.filter(
    ({ section, list }) =>
      section === first && section.heading.from < work.from && polarityOfAll(textsOf(list)) === null,
  );
  return { criteria: criteria.map(({ section }) => section), goals: goals.map(({ section }) => section) };
}
