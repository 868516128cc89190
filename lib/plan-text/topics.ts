import { readClockTimes } from "./clock-times";
import { readPercent } from "./durations";
import { readLeadingTime } from "./leading-time";
import { isList } from "./markdown/node-text";
import type { Section } from "./markdown/outline";
import { withDescendants } from "./markdown/outline";
import { topicByShape } from "./markdown/section-shape";
import { cellOf, readTable, tableKind } from "./markdown/tables";
import { exactMeaning, findMeaning } from "./match-word";
import { topicBySense } from "./topic-by-sense";
import { levelOf } from "./trigger-level";
import { CONDITION_WORDS } from "./words/heading-senses";
import type { Topic } from "./words/topic";
import { ESCAPING_TOPICS, OWNING_TOPICS } from "./words/topic-rules";
import { TOPICS, WHOLE_TOPICS } from "./words/topics";

/** What each part of the outline is about. Of an owning topic only the top section is listed. */
export type TopicMap = {
  sections: (topic: Topic) => Section[];
  topicOf: (section: Section) => Topic | null;
  /** The chapter that a section is part of: the topmost heading above it with the same topic. */
  chapterOf: (section: Section) => Section;
  /** Whether the words of its own heading gave the section its topic. */
  isNamed: (section: Section) => boolean;
};

/** What a heading's words say: the whole heading first, then the longest word in it. */
export function topicOfName(name: string): Topic | null {
  const bare = name.replace(/\s*[（(][^（()）]*[)）]\s*$/, "");
  return exactMeaning(bare, TOPICS) ?? exactMeaning(bare, WHOLE_TOPICS) ?? findMeaning(name, TOPICS);
}

const partsOfProcedure: ReadonlySet<Topic> = new Set(["steps", "timeline", "checklist", "info", "checks"]);

/** What stands right behind the conditions of going back and is to be done is the way back. */
function isBehindTriggers({ blocks }: Section, before: Topic | null): boolean {
  return (
    before === "triggers" && blocks.some((block) => block.type === "code" || (isList(block) && block.ordered === true))
  );
}

function topicOfSection(section: Section, above: Topic | null, before: Topic | null): Topic | null {
  if (above === "procedure" && levelOf(section.name) !== null) return "triggers";
  const named = topicOfName(section.name);
  if ((above === null || above === "timeline") && runsAgainst.has(named) && hasRunTable(section)) return "timeline";
  if (named === "procedure" && isConditions(section)) return "triggers";
  // "Procedure (within 6 hours)" and "Steps" below a rollback are the rollback's.
  if (above === "procedure" && named !== null && partsOfProcedure.has(named)) return above;
  const free = above === null || above === "procedure" || above === "info" || above === "background";
  const sensed = free ? topicBySense(section) : null;
  const staged = above === null && hasShares(section) && !hasTimes(section) ? "canary" : null;
  const behind = above === null && isBehindTriggers(section, before) ? "procedure" : null;
  return named ?? sensed ?? staged ?? behind ?? topicByShape(section, above) ?? above;
}

/** "什么时候回滚" and "When to fall back" above a list or a table, with nothing to run. */
function isConditions({ name, blocks, children }: Section): boolean {
  const lists = blocks.some((block) => block.type === "table" || isList(block)) || children.length > 0;
  return lists && !blocks.some(({ type }) => type === "code") && findMeaning(name, CONDITION_WORDS) !== null;
}

/** "Phase 1: Preparation (6:00 – 6:30)" above a table of rising clock times is a part of the timeline, whatever it prepares. */
const runsAgainst: ReadonlySet<Topic | null> = new Set<Topic | null>([
  "checklist",
  "criteria",
  "checks",
  "goals",
  "steps",
]);

function hasRunTable({ blocks }: Section): boolean {
  return blocks.some((block) => {
    const table = block.type === "table" ? readTable(block) : null;
    if (table === null || tableKind(table) !== "timeline") return false;
    const times = table.rows.map((row) => cellOf(table, row, "time") ?? "");
    return times.length > 1 && times.every((text) => readClockTimes(text).length > 0);
  });
}

/** At least two headings below it name a share: "第一批：1% 流量". */
function hasShares(section: Section): boolean {
  return section.children.filter(({ name }) => readPercent(name) !== null).length > 1;
}

/** Headings that begin with times are a timeline, whatever they shift. */
function hasTimes(section: Section): boolean {
  return section.children.some(({ title }) => readLeadingTime(title) !== null);
}

/** A part inside another part's chapter that is a chapter of its own, e.g. contacts in a runbook. */
function escapes(section: Section, owner: Topic): Topic | null {
  const allowed = ESCAPING_TOPICS[owner];
  const topic = allowed === undefined ? null : topicOfName(section.name);
  if (topic === null || topic === owner || allowed?.has(topic) !== true) return null;
  if (topic === "canary" && owner === "steps" && !hasShares(section)) return null;
  const shaped = topicByShape(section, owner);
  return shaped === null || shaped === topic || topic === "procedure" ? topic : null;
}

/**
 * Topics by the words of the headings, else by what stands below them. A heading that says nothing belongs to what stands above
 * it, unless that is only a frame such as "发布流程".
 */
export function mapTopics(document: Section): TopicMap {
  const found = new Map<Section, Topic>();
  const chapters = new Map<Section, Section>();
  const listed = new Map<Topic, Section[]>();
  const list = (topic: Topic, section: Section) => listed.set(topic, [...(listed.get(topic) ?? []), section]);
  const own = (section: Section, topic: Topic, chapter: Section) => {
    found.set(section, topic);
    chapters.set(section, chapter);
    const leaving: Section[] = [];
    for (const child of section.children) {
      if (escapes(child, topic) === null) own(child, topic, chapter);
      else leaving.push(child);
    }
    for (const child of leaving) visit(child, null, child);
    section.children = section.children.filter((child) => !leaving.includes(child));
    apart.push(...leaving);
  };
  const apart: Section[] = [];
  const visitAll = (sections: readonly Section[], above: Topic | null, chapter: Section | null) => {
    let before: Topic | null = null;
    for (const section of sections) {
      visit(section, above, chapter ?? section, before);
      before = found.get(section) ?? null;
    }
  };
  const visit = (section: Section, above: Topic | null, chapter: Section, before: Topic | null = null) => {
    const topic = topicOfSection(section, above, before);
    const top = topic === above ? chapter : section;
    chapters.set(section, top);
    if (topic !== null) {
      list(topic, section);
      if (OWNING_TOPICS.has(topic)) {
        own(section, topic, top);
        return;
      }
      found.set(section, topic);
    }
    visitAll(section.children, topic === "background" ? null : topic, top);
  };
  const titles = titleSections(document);
  const visitTop = (section: Section) => {
    const chapters = section.children.filter((child) => !titles.includes(child));
    visitAll(chapters, null, null);
    for (const title of section.children.filter((child) => titles.includes(child))) visitTop(title);
  };
  visitTop(document);
  document.children.push(...apart);
  return {
    sections: (topic) => (listed.get(topic) ?? []).toSorted((a, b) => a.heading.from - b.heading.from),
    topicOf: (section) => found.get(section) ?? null,
    chapterOf: (section) => chapters.get(section) ?? section,
    isNamed: (section) => topicOfName(section.name) === found.get(section),
  };
}

/**
 * The headings that name the whole document and are no part of it ("Release plan with rollback"): the first of the top level,
 * and a second one that follows it at once.
 */
export function titleSections(document: Section): Section[] {
  const [first, second] = document.children.filter((section) => section.depth === 1);
  if (first === undefined) return boldTitle(document);
  const isChapter = (exactMeaning(first.name, TOPICS) ?? exactMeaning(first.name, WHOLE_TOPICS)) !== null;
  if (second !== undefined && isChapter) return [];
  const follows = first.blocks.length === 0 && first.children.length === 0;
  return second !== undefined && follows && findMeaning(second.name, TOPICS) === null ? [first, second] : [first];
}

/** Without a heading of the top level a bold line that opens the document is its title. */
function boldTitle(document: Section): Section[] {
  const [first] = document.children;
  const opens = first !== undefined && first.depth === 7 && document.blocks.length === 0;
  return opens && topicOfName(first.name) === null ? [first] : [];
}

/** All sections of these, with those below them, once each and in the order of the document. */
export function allBelow(sections: readonly Section[]): Section[] {
  return [...new Set(sections.flatMap(withDescendants))].toSorted((a, b) => a.heading.from - b.heading.from);
}
