import type { Stage } from "@/lib/domain/plan/plan";
import { readClockTimes, readRelativeSign } from "../clock-times";
import { readMinutes, readPercent } from "../durations";
import { finding } from "../findings";
import { cellOf, type ReadRow, type ReadTable } from "../markdown/tables";
import { findMeaning } from "../match-word";
import type { Reading } from "../reading";
import { kindOfWork, shareOfWork } from "../stage-meaning";
import { PARALLEL_WORDS } from "../words/labels";

type Row = {
  read: ReadRow;
  label: string;
  name: string;
  at: number | null;
  durationMin: number | null;
  startText: string;
};

function readRow(table: ReadTable, read: ReadRow): Row {
  const label = cellOf(table, read, "stage") ?? "";
  const startText = cellOf(table, read, "time") ?? "";
  return {
    read,
    label,
    name: cellOf(table, read, "work") || label,
    startText,
    at: readStart(startText),
    durationMin: readMinutes(cellOf(table, read, "duration") ?? "") ?? spanIn(startText),
  };
}

/** "02:00 - 02:10" in the time column states a length too. */
function spanIn(startText: string): number | null {
  const [from, to] = readClockTimes(startText);
  if (from === undefined || to === undefined) return null;
  return to > from ? to - from : to + 1440 - from;
}

/** Minutes after midnight for "02:10", minutes from the start for "T+15min"; null when unreadable. */
function readStart(text: string): number | null {
  const relative = readRelativeSign(text);
  if (relative === null) return readClockTimes(text)[0] ?? null;
  const minutes = readMinutes(relative.rest) ?? readClockTimes(relative.rest)[0] ?? Number.parseFloat(relative.rest);
  return Number.isFinite(minutes) ? relative.sign * minutes : null;
}

/** Starts in minutes after the window's start; a clock that runs backwards has passed midnight. */
function startsOf(rows: readonly Row[], windowStart: number | null): number[] {
  const starts: number[] = [];
  let zero = windowStart;
  for (const row of rows) {
    const before = starts.at(-1) ?? 0;
    const previous = rows[starts.length - 1];
    if (row.at === null) {
      starts.push(before + (previous?.durationMin ?? 0));
    } else if (readRelativeSign(row.startText) !== null) {
      starts.push(row.at);
    } else {
      zero ??= row.at;
      let start = row.at - zero;
      // Up to half a day before the window is preparation; a step back further down is the next day.
      while (starts.length === 0 ? start < -720 : start < before - 720) start += 1440;
      starts.push(start);
    }
  }
  return starts;
}

/** The stages of a timeline's rows. `windowStart` is the window's start in minutes after midnight. */
export function readTimeline(reading: Reading, table: ReadTable, windowStart: number | null): Stage[] {
  const read = table.rows.map((row) => readRow(table, row));
  const rows = read.filter((row) => row.name !== "");
  for (const { read: lost } of read.filter((row) => row.name === "")) {
    reading.findings.push(finding("not-understood", lost.lines, { text: lost.cells.join(" | ") }));
  }
  const starts = startsOf(rows, windowStart);
  return rows.map((row, index) => {
    const startMin = starts[index] ?? 0;
    const durationMin = row.durationMin ?? untilNext(reading, row, startMin, starts[index + 1] ?? null);
    const owners = reading.roles.owners(cellOf(table, row.read, "owner") ?? "");
    if (row.at === null) reading.findings.push(finding("stage-time-missing", row.read.lines, { stage: row.name }));
    if (owners.length === 0) reading.findings.push(finding("stage-owner-missing", row.read.lines, { stage: row.name }));
    // What has no length is the watching that follows completion, whatever the row calls it.
    const kind = durationMin === null ? "observe" : (kindOfWork(row.label, row.name) ?? "other");
    return {
      id: `stage:${index + 1}`,
      order: index + 1,
      label: row.label,
      name: row.name,
      kind,
      owners,
      startMin,
      startText: row.startText,
      durationMin,
      share: kind === "shift" ? shareOfWork(row.label, row.name) : kind === "observe" ? readPercent(row.name) : null,
      parallel: findMeaning(row.read.cells.join(" "), PARALLEL_WORDS) !== null,
      stepGroups: [],
      lines: row.read.lines,
    };
  });
}

/** Only the last row may go without a length: it is what follows completion. */
function untilNext(reading: Reading, row: Row, start: number, next: number | null): number | null {
  if (next === null) return null;
  const minutes = Math.max(0, next - start);
  reading.findings.push(finding("stage-duration-missing", row.read.lines, { stage: row.name, minutes }));
  return minutes;
}
