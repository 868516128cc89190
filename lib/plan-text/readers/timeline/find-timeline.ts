import type { List, ListItem, RootContent } from "mdast";
import type { Lines } from "@/lib/domain/plan/plan";
import { finding } from "../../findings";
import { isList, linesOf, spanning } from "../../markdown/node-text";
import type { Section } from "../../markdown/outline";
import { withDescendants } from "../../markdown/outline";
import { isTimedList } from "../../markdown/shapes";
import { type ReadTable, readTable, tableKind } from "../../markdown/tables";
import { claim, type Reading } from "../../reading";
import type { TopicMap } from "../../topics";
import { readWhen } from "../../when";
import type { Topic } from "../../words/topic";
import { type HeadingRow, headingRow } from "./heading-rows";
import { listRows } from "./list-rows";
import { reportColumns } from "./report-columns";
import { tableRows } from "./table-rows";
import type { TimelineRow } from "./timeline-row";

/** A timeline with the headings and list items that are its stages: they may hold the steps. */
export type FoundTimeline = { rows: TimelineRow[]; sections: Section[]; items: ListItem[] };

type Part = { section: Section; block: RootContent };
/** Something that may be the timeline. Reading it claims what it is made of. */
type Candidate = { size: number; lines: Lines; title: string; read: () => FoundTimeline };

const open: ReadonlySet<Topic | null> = new Set<Topic | null>([null, "info", "timeline", "steps"]);

function dayAbove(section: Section): string {
  const { day, date } = readWhen(section.title);
  return day === null && date === null ? "" : section.title;
}

function tableOf(block: RootContent): ReadTable | null {
  return block.type === "table" ? readTable(block) : null;
}

function isTimelineTable(block: RootContent, isNamed: boolean): boolean {
  const table = tableOf(block);
  if (table === null) return false;
  const has = (column: ReadTable["columns"][number]) => table.columns.includes(column);
  const kind = tableKind(table);
  if (kind === "timeline") return isNamed || has("time");
  return (
    isNamed &&
    (kind === null || kind === "checklist") &&
    (has("work") || has("stage") || has("item")) &&
    (has("time") || has("owner") || has("duration"))
  );
}

function ofBlocks(reading: Reading, parts: readonly Part[]): Candidate[] {
  if (parts.length === 0) return [];
  const rowCount = ({ block }: Part) =>
    block.type === "table" ? block.children.length - 1 : isList(block) ? block.children.length : 0;
  const first = parts[0]?.block;
  const table = first === undefined ? null : tableOf(first);
  return [
    {
      size: parts.reduce((sum, part) => sum + rowCount(part), 0),
      lines: spanning(parts.map(({ block }) => linesOf(block))),
      title: table?.headers.join(" | ") ?? parts[0]?.section.title ?? "",
      read: () => {
        claim(
          reading,
          parts.map(({ block }) => block),
        );
        const rows = parts.flatMap(({ section, block }) => {
          reading.namedSections.add(section);
          const read = tableOf(block);
          if (read !== null) {
            reportColumns(reading, read);
            return tableRows(reading, read, dayAbove(section));
          }
          return isList(block) ? listRows(reading, block, dayAbove(section)) : [];
        });
        const items = parts.flatMap(({ block }) => (isList(block) ? block.children : []));
        return { rows, sections: [], items };
      },
    },
  ];
}

function ofHeadings(reading: Reading, sections: readonly Section[], wanted: (row: HeadingRow) => boolean): Candidate[] {
  // Reading a heading claims the lines below it, so it is asked without a trace first.
  const trial: Reading = { ...reading, claimed: new Set(reading.claimed), findings: [] };
  const stages = sections.filter((section) => wanted(headingRow(trial, section)));
  if (stages.length < 2) return [];
  return [
    {
      size: stages.length,
      lines: spanning(stages.map(({ heading }) => heading)),
      title: stages[0]?.title ?? "",
      read: () => {
        for (const section of stages) reading.namedSections.add(section);
        return { rows: stages.map((section) => headingRow(reading, section)), sections: stages, items: [] };
      },
    },
  ];
}

function parts(sections: readonly Section[], test: (block: RootContent) => boolean): Part[] {
  return sections.flatMap((section) => section.blocks.filter(test).map((block) => ({ section, block })));
}

const isTimed = (block: RootContent): block is List => isList(block) && isTimedList(block);

/** What one chapter called timeline has: tables, else lists with times, else headings, else any list. */
function ofChapter(reading: Reading, chapter: readonly Section[]): Candidate[] {
  const tables = parts(chapter, (block) => isTimelineTable(block, true));
  if (tables.length > 0) return ofBlocks(reading, tables);
  const lists = parts(chapter, isTimed);
  if (lists.length > 0) return ofBlocks(reading, lists);
  const below = chapter.flatMap((section) => section.children);
  const headings = ofHeadings(reading, below, (row) => row.known);
  if (headings.length > 0) return headings;
  return ofBlocks(
    reading,
    parts(chapter, (block) => isList(block) && block.children.length > 1),
  );
}

function grouped(sections: readonly Section[], keyOf: (section: Section) => Section): Section[][] {
  const groups = new Map<Section, Section[]>();
  for (const section of sections) groups.set(keyOf(section), [...(groups.get(keyOf(section)) ?? []), section]);
  return [...groups.values()];
}

/** Tables with the same head and lists with times belong together where their headings stand side by side. */
function alike(found: readonly Part[], parentOf: (section: Section) => Section): Part[][] {
  const groups: { parent: Section; head: string; parts: Part[] }[] = [];
  for (const part of found) {
    const head = tableOf(part.block)?.headers.join("|") ?? "list";
    const parent = parentOf(part.section);
    const same = groups.find((group) => group.head === head && group.parent === parent);
    if (same === undefined) groups.push({ parent, head, parts: [part] });
    else same.parts.push(part);
  }
  return groups.map((group) => group.parts);
}

function candidates(reading: Reading, document: Section, topics: TopicMap): Candidate[][] {
  const all = withDescendants(document);
  const parents = new Map(all.flatMap((section) => section.children.map((child) => [child, section] as const)));
  const parentOf = (section: Section) => parents.get(section) ?? document;
  const free = all.filter((section) => open.has(topics.topicOf(section)));
  const watching = all.filter((section) => topics.topicOf(section) === "windows");
  const chapters = grouped(topics.sections("timeline"), (section) =>
    topics.isNamed(section) ? topics.chapterOf(section) : parentOf(section),
  );
  const withHeadings = (test: (section: Section) => boolean, wanted: (row: HeadingRow) => boolean) =>
    all.filter(test).flatMap((section) => ofHeadings(reading, section.children, wanted));
  const steps = allOf(topics, "steps");
  const canary = allOf(topics, "canary");
  return [
    chapters.flatMap((chapter) => ofChapter(reading, chapter)),
    alike(
      parts(free, (block) => isTimelineTable(block, false)),
      parentOf,
    ).flatMap((group) => ofBlocks(reading, group)),
    alike(parts(free, isTimed), parentOf).flatMap((group) => ofBlocks(reading, group)),
    canary.flatMap((section) => ofBlocks(reading, parts([section], isTimed))),
    withHeadings(
      () => true,
      (row) => row.timed,
    ),
    steps.flatMap((section) =>
      ofBlocks(
        reading,
        parts([section], (block) => isTimelineTable(block, true)),
      ),
    ),
    withHeadings(
      (section) => steps.includes(section) || topics.topicOf(section) === null,
      (row) => row.known,
    ),
    withHeadings(
      (section) => canary.includes(section),
      (row) => row.known,
    ),
    alike(
      parts(watching, (block) => isTimelineTable(block, false) || isTimed(block)),
      parentOf,
    ).flatMap((group) => ofBlocks(reading, group)),
  ];
}

function allOf(topics: TopicMap, topic: Topic): Section[] {
  return topics.sections(topic).flatMap(withDescendants);
}

/** The timeline of a document: of the likeliest places that have one the longest. The others become findings. */
export function findTimeline(reading: Reading, document: Section, topics: TopicMap): FoundTimeline | null {
  const found = candidates(reading, document, topics).find((places) => places.length > 0) ?? [];
  const [best] = found.toSorted((a, b) => b.size - a.size || a.lines.from - b.lines.from);
  if (best === undefined) return null;
  for (const { lines, title } of found.filter((candidate) => candidate !== best)) {
    reading.findings.push(finding("part-doubled", lines, { part: title, firstLine: best.lines.from }));
  }
  return best.read();
}
