import { readClockTimes } from "../clock-times";
import { readCriterion } from "../criterion-text";
import { readMinuteRange, readMinutes } from "../durations";
import { looksLikePerson } from "../person-name";
import { mailIn, phoneIn } from "../readers/contact-marks";
import type { Column } from "../words/column";

type Meaning = Column | null;
type Cells = readonly string[];

const said = (cells: Cells) => cells.filter((cell) => cell !== "");
const most = (cells: Cells, test: (cell: string) => boolean) =>
  said(cells).length > 1 && said(cells).filter(test).length * 5 >= said(cells).length * 4;

const clockOnly = /^[\s~约]*(?:次日\s?|\+1\s?)?\d{1,2}[:：]\d{2}(?:\s?[ap]m)?(?:\s?[A-Z]{2,4})?$/i;
const tick = /^(?:[☐☑✅✓✔✗❌□■]|\[[ x]?\]|yes|no|done|open|pending|todo|ok|是|否|已完成|未完成|完成|待办|进行中)$/iu;

function minuteOf(cell: string): number {
  return readClockTimes(cell)[0] ?? Number.NaN;
}

/** Clock times that go on from row to row, midnight allowed once: of measurements taken at odd times this is not true. */
function rises(cells: Cells): boolean {
  const times = said(cells).map(minuteOf);
  const falls = times.filter((time, index) => index > 0 && time < (times[index - 1] ?? time));
  return times.length > 2 && falls.length <= 1 && new Set(times).size * 2 > times.length;
}

const isLength = (cell: string) => readMinutes(cell) !== null && cell.length <= 14;
const isSpan = (cell: string) => readMinuteRange(cell) !== null;
const isReach = (cell: string) => mailIn(cell) !== null || phoneIn(cell) !== null;

/** What a column holds by its cells alone; null when they do not say. */
function formOf(cells: Cells): Meaning {
  if (most(cells, (cell) => clockOnly.test(cell)) && rises(cells)) return "time";
  if (most(cells, isSpan)) return "time";
  if (most(cells, isReach)) return cells.some((cell) => phoneIn(cell) !== null) ? "phone" : "email";
  if (most(cells, (cell) => tick.test(cell))) return "status";
  if (most(cells, isLength)) return "duration";
  if (most(cells, (cell) => readCriterion(cell).comparator !== null && cell.length <= 20)) return "threshold";
  return null;
}

/** A name or a role: a few words that begin with capital letters or some Chinese characters, never a figure. */
function namesSomebody(cell: string): boolean {
  return /^@?\p{Lu}[\p{L}.'-]*(?: \p{L}[\p{L}.'-]*){0,3}$/u.test(cell) || /^[\p{Script=Han}]{2,5}$/u.test(cell);
}

function lengthOf(cells: Cells): number {
  return said(cells).reduce((sum, cell) => sum + cell.length, 0);
}

/** Gives the open column with the longest texts this meaning. */
function nameLongest(found: Meaning[], columns: readonly Cells[], meaning: Column): void {
  const open = found.flatMap((column, index) =>
    column === null && said(columns[index] ?? []).length > 0 ? [index] : [],
  );
  const [longest] = open.toSorted((a, b) => lengthOf(columns[b] ?? []) - lengthOf(columns[a] ?? []));
  if (longest !== undefined && !found.includes(meaning)) found[longest] = meaning;
}

function nameSomebody(found: Meaning[], columns: readonly Cells[], meaning: Column): void {
  const where = (test: (cell: string) => boolean) =>
    found.findIndex((column, at) => column === null && most(columns[at] ?? [], test));
  const index = where((cell) => looksLikePerson(cell) || (meaning === "owner" && namesSomebody(cell)));
  if (index >= 0 && !found.includes(meaning)) found[index] = meaning;
}

/** A roster's people: by the look of their names, else the first column that may hold names. */
function namePeople(found: Meaning[], columns: readonly Cells[]): void {
  nameSomebody(found, columns, "person");
  const index = found.findIndex((column, at) => column === null && most(columns[at] ?? [], namesSomebody));
  if (index >= 0 && !found.includes("person")) found[index] = "person";
}

/**
 * The meaning of the columns whose heads say nothing, by what stands below: rising clock times are when, a second such column is
 * until when, what reaches people belongs to a roster, the longest texts are the work and short names whoever does it.
 */
export function withForms(known: readonly Meaning[], rows: readonly Cells[]): Meaning[] {
  const columns = known.map((_, index) => rows.map((cells) => cells[index] ?? ""));
  const found = known.map((column, index) =>
    column === "duration" && !known.includes("time") && most(columns[index] ?? [], isSpan) ? "time" : column,
  );
  for (const [index, cells] of columns.entries()) {
    if (found[index] !== null) continue;
    const form = formOf(cells);
    if (form === "time" && found.includes("time")) found[index] = found.includes("end") ? null : "end";
    else if (form !== null && !found.includes(form)) found[index] = form;
  }
  const has = (column: Column) => found.includes(column);
  if (has("phone") || has("email")) {
    namePeople(found, columns);
    if (has("person")) nameLongest(found, columns, "role");
  } else if (has("time")) {
    const spans = most(columns[found.indexOf("time")] ?? [], isSpan);
    const content = found.indexOf("content");
    if (spans && content >= 0 && !has("focus")) found[content] = "focus";
    if (!has("work") && !has("stage") && !has("focus")) nameLongest(found, columns, spans ? "focus" : "work");
    if (!has("person") && !has("role")) nameSomebody(found, columns, "owner");
  } else if (has("threshold") && !has("condition") && !has("item")) nameLongest(found, columns, "item");
  else if (has("status")) {
    if (!has("item") && !has("work") && !has("condition")) nameLongest(found, columns, "item");
    if (!has("person") && !has("role") && !has("owner")) nameSomebody(found, columns, "owner");
  }
  return found;
}
