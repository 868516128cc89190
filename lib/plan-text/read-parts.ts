import type { LabelledText, ReleaseInfo } from "@/lib/domain/plan/plan";
import { readClockTimes, readDay, readWindow } from "./clock-times";
import { readDocumentFacts } from "./document-facts";
import { type FoundTable, informationPart, openTables, takeTables } from "./document-tables";
import { readSentences, sentencesOf, versionAmong } from "./head-sentences";
import { leftoverSections } from "./leftovers";
import { isList, spanning } from "./markdown/node-text";
import { type Section, withDescendants } from "./markdown/outline";
import { isDrawing, isTaskList } from "./markdown/shapes";
import type { TableKind } from "./markdown/tables";
import { readApprovals } from "./readers/approvals";
import { readBlueGreen } from "./readers/blue-green";
import { readCanary } from "./readers/canary";
import { readChannels } from "./readers/channels";
import { checklistBlocks, readChecklist } from "./readers/checklist";
import { readContactLists } from "./readers/contact-lines";
import { readCriteria } from "./readers/criteria";
import { readGoals } from "./readers/goals";
import { noDowntimeIn, readHeadProse } from "./readers/head-prose";
import { readInformation } from "./readers/information";
import { readContactTable, readNamedRows, readOtherRosters } from "./readers/people";
import { readPlaybooks } from "./readers/playbooks";
import { readReview } from "./readers/review";
import { readFollowups, readProcedure } from "./readers/rollback";
import { readStepGroups } from "./readers/steps";
import { type FoundTimeline, findTimeline } from "./readers/timeline/find-timeline";
import { nameByRows } from "./readers/timeline/references";
import { readStages, type WindowStart } from "./readers/timeline/stages";
import { readTriggers } from "./readers/triggers";
import { readWindows } from "./readers/windows";
import type { Reading } from "./reading";
import { allBelow, type TopicMap, titleSections } from "./topics";
import type { Topic } from "./words/topic";
import { OWNING_TOPICS } from "./words/topic-rules";

const sayingTopics: ReadonlySet<Topic | null> = new Set<Topic | null>([null, "info", "timeline", "steps", "canary"]);

/** What readers ask the document for. */
type Source = {
  reading: Reading;
  topics: TopicMap;
  all: Section[];
  /** The sections of a topic with all below them. */
  of: (topic: Topic) => Section[];
  /** The open tables of one kind, claimed; `free` = only where no other topic has a say. */
  tables: (kind: TableKind, free: readonly (Topic | null)[]) => ReturnType<typeof takeTables>;
};

function sourceOf(reading: Reading, document: Section, topics: TopicMap): Source {
  const all = withDescendants(document);
  const fits =
    (free: readonly (Topic | null)[]) =>
    ({ section }: FoundTable) =>
      free.includes(topics.topicOf(section));
  return {
    reading,
    topics,
    all,
    of: (topic) => allBelow(topics.sections(topic)),
    tables: (kind, free) => takeTables(reading, openTables(reading, all, topics).filter(fits(free)), kind),
  };
}

const zeroTime = /(?:^|[\s*_(（>|])T[-\s]?0?(?:\s?zero)?\**\s*(?:[=＝:：]|is|为|是)\s*\**\s*(\d{1,2}[:：]\d{2}.{0,6})/;

function windowStart(info: ReleaseInfo, lines: readonly string[]): WindowStart {
  const [hour, minute] = info.window?.start.slice(11).split(":").map(Number) ?? [];
  const said = lines.map((line) => zeroTime.exec(line)?.[1]).find((text) => text !== undefined);
  const zero = said === undefined ? null : (readClockTimes(said)[0] ?? null);
  const known = hour !== undefined && minute !== undefined;
  return {
    minute: known ? hour * 60 + minute : null,
    day: readDay(info.window?.start.slice(0, 10) ?? ""),
    zero,
    lengthMin: info.windowMin,
  };
}

function readPeople({ reading, topics, tables, of, all }: Source) {
  const rosters = tables("contacts", [
    null,
    "contacts",
    "channels",
    "info",
    "playbooks",
    "steps",
    "procedure",
    "windows",
  ]);
  const fromTables = rosters.flatMap((table) => readContactTable(reading, table));
  const others = readOtherRosters(reading, topics.sections("contacts"));
  const lists = readContactLists(reading, [...topics.sections("contacts"), ...of("channels")], all);
  return { contacts: [...fromTables, ...others, ...lists.contacts], channels: lists.channels };
}

/** What stands at the head: the information table and the labelled lines that say something about the document. */
function readHead(source: Source, front: readonly LabelledText[]) {
  const { reading, topics, all, tables } = source;
  const part = informationPart(
    reading,
    tables("info", [null, "info", "timeline", "background"]),
    topics.sections("info"),
  );
  const open = all.filter((section) => !OWNING_TOPICS.has(topics.topicOf(section) ?? "info"));
  const top = open.filter((section) => topics.topicOf(section) === null);
  const head = [...front, ...readDocumentFacts(reading, open, top)];
  const info = readInformation(part, head);
  const plain = all.filter((section) => sayingTopics.has(topics.topicOf(section)));
  const said = readSentences(
    plain,
    all
      .slice(0, 1)
      .flatMap(titleSections)
      .map(({ title }) => title),
  );
  const window = info.window === null && said.window !== null ? readWindow(said.window.text) : null;
  const prose = readHeadProse([...info.rows, ...head, ...sentencesOf(plain.filter(({ depth }) => depth < 2))]);
  return {
    head,
    said,
    leader: prose.manager,
    info: {
      ...info,
      version: info.version || said.version || versionAmong(info.rows) || prose.version,
      rollbackable: info.rollbackable ?? (prose.backMin === null ? null : { possible: true, withinMin: prose.backMin }),
      downtime:
        info.downtime ??
        noDowntimeIn(all) ??
        (prose.outageMin === null ? null : { text: `${prose.outageMin} min`, minutes: prose.outageMin }),
      window: window === null ? info.window : { start: window.start, end: window.end },
      windowMin: info.windowMin ?? window?.lengthMin ?? null,
    },
  };
}

function stepSources({ of, all, topics, reading }: Source, timeline: FoundTimeline | null) {
  const staged = timeline?.sections.flatMap(withDescendants) ?? [];
  const loose = all.filter((section) => {
    const topic = topics.topicOf(section);
    const open =
      topic === null || topic === "timeline" || topic === "info" || topic === "background" || topic === "canary";
    return (
      open && section.blocks.some((block) => block.type === "code" && !isDrawing(block) && !reading.claimed.has(block))
    );
  });
  const sections = [...new Set([...of("steps"), ...staged, ...loose])];
  const items = (timeline?.items ?? []).map((item, index) => ({ item, name: timeline?.rows[index]?.name ?? "" }));
  return { sections: sections.toSorted((a, b) => a.heading.from - b.heading.from), items };
}

function checklistPlaces({ reading, of, all, topics }: Source) {
  const named = new Set(of("checklist"));
  const tasks = all.filter((section) => section.blocks.some((block) => isList(block) && isTaskList(block)));
  const sections = [...new Set([...named, ...tasks])].toSorted((a, b) => a.heading.from - b.heading.from);
  return sections
    .map((section) => {
      const isNamed = named.has(section) && topics.topicOf(section) === "checklist";
      return { section, blocks: checklistBlocks(reading, section, !isNamed) };
    })
    .filter(({ blocks }) => blocks.length > 0);
}

/** "Roll back at once when … :" with the commands right below it. */
function hasCommands({ blocks }: Section): boolean {
  return blocks.some((block) => block.type === "code");
}

/** What stands in the document, before anything is derived from it. Contacts come first: they name the roles. */
export function readParts(reading: Reading, document: Section, topics: TopicMap, front: readonly LabelledText[]) {
  const source = sourceOf(reading, document, topics);
  const { of, all } = source;
  const people = readPeople(source);
  const { head, info, said, leader } = readHead(source, front);
  const canary = readCanary(reading, of("canary"));
  const named = readNamedRows(reading, info.rows);
  const timeline = findTimeline(reading, document, topics);
  const stages = timeline === null ? [] : readStages(reading, timeline.rows, windowStart(info, reading.lines));
  const goals = readGoals(reading, of("goals"));
  const blueGreen = readBlueGreen(reading, topics.sections("blue-green"));
  const procedure = topics.sections("procedure");
  const urgent = of("triggers");
  const { triggers, queries } = readTriggers(reading, {
    triggers: urgent,
    procedure,
    fromStages: canary.triggers,
    watched: of("windows"),
  });
  const rollback = readProcedure(reading, [...procedure, ...urgent.filter(hasCommands)], info.rollbackable);
  const followups = readFollowups(reading, of("followups"));
  const playbooks = readPlaybooks(reading, topics.sections("playbooks"));
  const windows = readWindows(reading, of("windows"), info.window?.end ?? null);
  const criteria = readCriteria(reading, of("criteria"));
  const rest = leftoverSections(reading, { all, topics, work: spanning(stages.map(({ lines }) => lines)) });
  const review = readReview(reading, topics.sections("review"));
  const approving = of("approvals").flatMap(({ blocks }) =>
    blocks.filter((block) => isList(block) || block.type === "table"),
  );
  const signed = openTables(reading, all, topics)
    .filter(({ kind }) => kind === "approvals")
    .map(({ block }) => block);
  const steps = stepSources(source, timeline);
  return {
    said,
    leader,
    contacts: [...people.contacts, ...named],
    info,
    stages,
    goals: goals.length > 0 ? goals : readGoals(reading, rest.goals),
    canary: canary.stages,
    blueGreen,
    triggers,
    queries,
    rollback,
    followups,
    playbooks,
    windows,
    criteria: criteria.length > 0 ? criteria : readCriteria(reading, rest.criteria),
    review,
    stepGroups: nameByRows(readStepGroups(reading, steps.sections, steps.items), timeline?.rows ?? []),
    channels: [...people.channels, ...readChannels(reading, [...of("channels"), ...topics.sections("contacts")], all)],
    document: [...head, ...readDocumentFacts(reading, all, [])],
    approve: (rows: readonly LabelledText[]) => readApprovals(reading, rows, [...new Set([...approving, ...signed])]),
    sections: readChecklist(reading, checklistPlaces(source)),
  };
}
