import type { Lines, ObservationWindow } from "@/lib/domain/plan/plan";
import { readAsides } from "../asides";
import { readClockTimes } from "../clock-times";
import { readMinuteRange, readMinutes } from "../durations";
import { readLeadingTime } from "../leading-time";
import { lostPart } from "../lost-part";
import { splitLabel } from "../markdown/labels";
import { isList, itemText, linesOf, subItems } from "../markdown/node-text";
import type { Section } from "../markdown/outline";
import { cellOf, type ReadTable, readTable, tableKind } from "../markdown/tables";
import { comparable } from "../match-word";
import { claim, type Reading } from "../reading";
import { reportColumns } from "./timeline/report-columns";
import { factsOf } from "./timeline/work-facts";

/** "次日 09:00 到 12:00" and "next day 09:00-12:00", in minutes after the planned end; null where nothing says when that is. */
function clockSpan(text: string, end: string | null): { from: number; to: number } | null {
  const [first, last] = readClockTimes(text);
  const [done] = end === null ? [] : readClockTimes(end.slice(11));
  if (first === undefined || last === undefined || done === undefined) return null;
  const from = (first - done + 1440) % 1440;
  return { from, to: from + ((last - first + 1440) % 1440) };
}

type Draft = { text: string; focus: string; owner: string; lines: Lines; words: string };

function focusOf(text: string): string[] {
  return text.split(/\s*[、,，;；\n]\s*/).filter((part) => part !== "");
}

/** "Hours 2 to 10" for "2-10 hours". */
const unitFirst = /\b(hours?|hrs?|minutes?|mins?|weeks?)\s?(\d+)\s?(?:-|–|~|to|through)\s?(\d+)/g;

/** "0-2小时", "T+2h – T+6h", "first 2 hours"; a single length ("24 h", "T+1h") reaches from the window before it. */
function spanOf(text: string, before: number): { from: number; to: number } | null {
  const plain = comparable(text)
    .replace(/\bt\s?\+\s?(?=\d)/g, "")
    .replace(/(?:发布|上线)后/g, "");
  const range = plain.includes("第") ? null : readMinuteRange(plain.replace(unitFirst, "$2-$3$1"));
  if (range !== null) return range;
  const day =
    /\b(?:days?|d)\s?\+?\s?(\d{1,2})(?:\s?(?:-|–|~|to|至|and|和)\s?(?:day|d)?\s?\+?\s?(\d{1,2}))?/.exec(plain) ??
    /第\s?(\d{1,2})(?:\s?[-–~至]\s?(\d{1,2}))?\s?天/.exec(plain);
  if (day !== null) {
    const first = Number(day[1]);
    return { from: Math.max(0, first - 1) * 1440, to: Math.max(1, Number(day[2] ?? first)) * 1440 };
  }
  const [begin = "", end] = plain.split(/\s+–\s+/);
  const until = end === undefined ? null : readMinutes(end);
  if (until !== null) return { from: Math.min(readMinutes(begin) ?? 0, until), to: until };
  const minutes = readMinutes(plain);
  if (minutes === null) return null;
  // "三天内" begins at once; "24 h" goes on from the window before it.
  return { from: before < minutes && !/内$/.test(plain) ? before : 0, to: minutes };
}

function ofTable(table: ReadTable): Draft[] {
  const timeColumn = table.columns.includes("time") ? "time" : table.columns.includes("stage") ? "stage" : "duration";
  return table.rows.map((row) => {
    const cell = (column: Parameters<typeof cellOf>[2]) => cellOf(table, row, column) ?? "";
    const focus = cell("focus") || cell("work") || cell("item") || cell("content");
    const start = cell(timeColumn) || cell("duration") || (row.cells[0] ?? "");
    const text = cell("end") === "" ? start : `${start} – ${cell("end")}`;
    return {
      text,
      focus,
      owner: cell("owner") || cell("role") || cell("person"),
      lines: row.lines,
      words: row.cells.join(" | "),
    };
  });
}

/** Somebody whose name the words begin with: "Cormac Daly watches the queues". */
function leadingOwner(reading: Reading, text: string): { owner: string; rest: string } {
  const words = text.split(" ");
  for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
    const owner = words.slice(0, count).join(" ");
    if (reading.roles.knows(owner)) return { owner, rest: words.slice(count).join(" ") };
  }
  // Chinese puts no space behind a name: "段晓彤看 P99".
  for (let count = 4; count > 1; count -= 1) {
    const owner = text.slice(0, count);
    const rest = text.slice(count).replace(/^[，,、：:\s]*(?:看|盯)?/, "");
    if (reading.roles.filledBy(owner) !== null) return { owner, rest: rest.trim() };
  }
  return { owner: "", rest: text };
}

/** "declined payments, Pau Roca": somebody known behind the last comma watches. */
function withoutLastOwner(reading: Reading, asides: { name: string; owner: string }): string {
  const found = /^(.*\S)\s*[,，、]\s*([^,，、]{1,30})$/s.exec(asides.name);
  if (found === null || asides.owner !== "" || !reading.roles.knows(found[2] ?? "")) return asides.name;
  asides.owner = found[2] ?? "";
  return found[1] ?? "";
}

function ofItems(reading: Reading, section: Section): Draft[] {
  return section.blocks.filter(isList).flatMap((list) =>
    list.children.flatMap((item): Draft[] => {
      const { text } = itemText(item);
      const subs = subItems(item).map((sub) => sub.text);
      const { facts } = factsOf(subs.flatMap((line) => splitLabel(line) ?? []));
      const label = splitLabel(text);
      const head = label === null ? "" : label.label;
      const isSpan = spanOf(head, 0) !== null || readClockTimes(head).length > 1;
      const leading = !isSpan ? readLeadingTime(text) : { time: head, rest: label?.text ?? "" };
      if (leading === null) return [];
      const asides = readAsides(leading.rest, reading.roles);
      const others = subs.filter((line) => splitLabel(line) === null);
      const named = leadingOwner(reading, withoutLastOwner(reading, asides));
      const focus = [named.rest, ...others].filter((part) => part !== "").join("、");
      const owner = asides.owner || facts.owner || named.owner;
      return [{ text: leading.time, focus, owner, lines: linesOf(item), words: text }];
    }),
  );
}

function draftsOf(reading: Reading, section: Section): Draft[] {
  const drafts: Draft[] = [];
  for (const block of section.blocks) {
    if (reading.claimed.has(block)) continue;
    if (block.type === "table") {
      const table = readTable(block);
      const kind = tableKind(table);
      if (kind === "contacts" || kind === "info") continue;
      claim(reading, [block]);
      reportColumns(reading, table, [
        "number",
        "time",
        "stage",
        "duration",
        "end",
        "focus",
        "work",
        "item",
        "content",
        "owner",
        "role",
        "person",
      ]);
      drafts.push(...ofTable(table));
    } else if (isList(block)) {
      const found = ofItems(reading, { ...section, blocks: [block] });
      if (found.length === 0) continue;
      claim(reading, [block]);
      drafts.push(...found);
    }
  }
  return drafts;
}

/** Observation windows of tables and lists; one whose span cannot be read becomes a finding. */
export function readWindows(
  reading: Reading,
  sections: readonly Section[],
  end: string | null = null,
): ObservationWindow[] {
  const windows: ObservationWindow[] = [];
  for (const draft of sections.flatMap((section) => draftsOf(reading, section))) {
    const span = clockSpan(draft.text, end) ?? spanOf(draft.text, windows.at(-1)?.toMin ?? 0);
    if (span === null) {
      reading.findings.push(lostPart(draft.lines, draft.words, "window"));
      continue;
    }
    windows.push({
      id: `window:${windows.length + 1}`,
      text: draft.text,
      fromMin: span.from,
      toMin: span.to,
      focus: focusOf(draft.focus),
      owners: reading.roles.owners(draft.owner),
      ownersText: draft.owner,
      lines: draft.lines,
    });
  }
  return windows;
}
