import type { Stage } from "@/lib/domain/plan/plan";
import type { CalendarDay } from "../../clock-times";
import { readMinuteRange, readMinutes, readPercent } from "../../durations";
import { finding } from "../../findings";
import { findMeaning } from "../../match-word";
import type { Reading } from "../../reading";
import { kindOfWork, shareOfWork } from "../../stage-meaning";
import { readWhen, startsOf, type When } from "../../when";
import { PARALLEL_WORDS } from "../../words/labels";
import type { TimelineRow } from "./timeline-row";

/** `zero` is the clock of T where the document says it: "T = 15:00 UTC". */
export type WindowStart = {
  minute: number | null;
  day: CalendarDay | null;
  zero: number | null;
  lengthMin: number | null;
};

type Timed = { row: TimelineRow; when: When; lasts: number | null };

/** The day of a heading above holds for a row that only has a clock. */
function whenOf(row: TimelineRow): When {
  const own = readWhen(row.startText);
  if (row.context === "" || own.clock === null || own.day !== null || own.date !== null) return own;
  const above = readWhen(row.context);
  return { ...own, day: above.day, date: above.date };
}

/** Minutes from T counted from the window's start. */
function fromZero(when: When, { minute, zero }: WindowStart): When {
  if (when.offset === null || minute === null || zero === null) return when;
  const between = zero - minute < -720 ? zero - minute + 1440 : zero - minute;
  return { ...when, offset: when.offset + between };
}

function lengthOf(reading: Reading, row: TimelineRow, when: When): number | null {
  const range = readMinuteRange(row.durationText);
  const minutes = readMinutes(row.durationText);
  if (range !== null && minutes !== null) {
    const facts = { stage: row.name, written: row.durationText, minutes };
    reading.findings.push(finding("duration-range", row.lines, facts));
  }
  if (minutes !== null) return minutes;
  const end = row.endText === "" ? null : readWhen(row.endText);
  if (end === null) return when.spanMin;
  if (end.offset !== null && when.offset !== null) return end.offset > when.offset ? end.offset - when.offset : null;
  if (end.clock === null || when.clock === null) return when.spanMin;
  return end.clock > when.clock ? end.clock - when.clock : end.clock + 1440 - when.clock;
}

function shareFor(kind: Stage["kind"], row: TimelineRow): number | null {
  const named = readPercent(row.shareText);
  if (kind === "shift") return named ?? shareOfWork(row.label, row.name);
  return kind === "observe" ? (named ?? shareOfWork("", row.name)) : null;
}

const longestClosing = 240;

/** The last row of a timeline that only says when things begin: it ends with the window, unless it watches what follows. */
function untilEnd(row: TimelineRow, start: number, windowEnd: number | null): number | null {
  if (!row.closes || windowEnd === null || kindOfWork(row.label, row.name) === "observe") return null;
  const minutes = windowEnd - start;
  return minutes > 0 && minutes <= longestClosing ? minutes : null;
}

/** Only the last row may go without a length: it is what follows completion. */
function untilNext(reading: Reading, row: TimelineRow, start: number, next: number | null): number | null {
  if (next === null) return null;
  const minutes = Math.max(0, next - start);
  reading.findings.push(finding("stage-duration-missing", row.lines, { stage: row.name, minutes }));
  return minutes;
}

type Place = { index: number; start: number; next: number | null; windowEnd: number | null };

function stageOf(reading: Reading, timed: Timed, at: Place): Stage {
  const { row, when } = timed;
  const closing = at.next === null ? untilEnd(row, at.start, at.windowEnd) : null;
  const durationMin = timed.lasts ?? closing ?? untilNext(reading, row, at.start, at.next);
  const owners = reading.roles.owners(row.ownerText);
  const isTimeless = when.offset === null && when.clock === null && when.day === null && when.date === null;
  if (isTimeless) reading.findings.push(finding("stage-time-missing", row.lines, { stage: row.name }));
  if (owners.length === 0) reading.findings.push(finding("stage-owner-missing", row.lines, { stage: row.name }));
  // What has no length is the watching that follows completion, whatever the row calls it.
  const named = kindOfWork(row.label, row.name) ?? (readPercent(row.shareText) === null ? "other" : "shift");
  const kind = durationMin === null ? "observe" : named;
  return {
    id: `stage:${at.index + 1}`,
    order: at.index + 1,
    label: row.label,
    name: row.name,
    kind,
    owners,
    startMin: at.start,
    startText: row.startText,
    durationMin,
    share: shareFor(kind, row),
    parallel: findMeaning(row.words, PARALLEL_WORDS) !== null,
    stepGroups: [],
    lines: row.lines,
  };
}

/** The stages of a timeline's rows, wherever they stand in the document. */
export function readStages(reading: Reading, rows: readonly TimelineRow[], window: WindowStart): Stage[] {
  const timed = rows.map((row): Timed => {
    const when = fromZero(whenOf(row), window);
    return { row, when, lasts: lengthOf(reading, row, when) };
  });
  const starts = startsOf(timed, window.minute, window.day);
  return timed.map((entry, index) =>
    stageOf(reading, entry, {
      index,
      start: starts[index] ?? 0,
      next: starts[index + 1] ?? null,
      windowEnd: window.minute === null ? null : window.lengthMin,
    }),
  );
}
