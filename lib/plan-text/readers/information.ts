import type { LabelledText, ReleaseInfo } from "@/lib/domain/plan/plan";
import { readClockTimes, readDay, readWindow, windowFrom } from "../clock-times";
import type { DocumentPart } from "../document-part";
import { readMinutes } from "../durations";
import { comparable, exactMeaning, findMeaning, leadingMeaning, meaningOf } from "../match-word";
import { DOCUMENT_FACTS, type DocumentFact } from "../words/document-facts";
import { INFO_ROWS, type InfoRow } from "../words/information";
import { NONE_WORDS, YES_NO } from "../words/labels";

const nowhere = { from: 0, to: 0 };

function rowOf(rows: readonly LabelledText[], wanted: InfoRow): LabelledText | null {
  const exact = rows.find((row) => exactMeaning(row.label, INFO_ROWS) === wanted);
  return exact ?? rows.find((row) => meaningOf(row.label, INFO_ROWS) === wanted) ?? null;
}

/** The line of the document's head or foot that states this; the first one. */
export function factOf(document: readonly LabelledText[], wanted: DocumentFact): LabelledText | null {
  return document.find((row) => meaningOf(row.label, DOCUMENT_FACTS) === wanted) ?? null;
}

function rollbackable(text: string): ReleaseInfo["rollbackable"] {
  const answer = findMeaning(text, YES_NO);
  const withinMin = readMinutes(text);
  if (answer === null && withinMin === null) return null;
  return { possible: answer !== "no", withinMin };
}

function downtimeMinutes(text: string): number | null {
  const bare = /^(\d+)(?!\s*[\p{L}\d.])/u.exec(comparable(text));
  // "None expected; up to 2 minutes of failed calls": what comes first is the answer.
  if (leadingMeaning(text, NONE_WORDS) !== null) return 0;
  const minutes = bare === null ? readMinutes(text) : Number(bare[1]);
  return minutes ?? (findMeaning(text, NONE_WORDS) === null ? null : 0);
}

type Window = { start: string; end: string; lengthMin: number };

/** The window in one row; else a day in one and the times in another, or a start and an end in rows of their own. */
function windowOf(rows: readonly LabelledText[], document: readonly LabelledText[]): Window | null {
  const all = [...rows, ...document].filter(({ label }) => exactMeaning(label, DOCUMENT_FACTS) !== "updated");
  const whole = all.map((row) => readWindow(row.text)).find((found) => found !== null);
  if (whole !== undefined && whole !== null) return whole;
  const timed = all.filter(({ label }) => isAboutTime(label));
  const start = timed.find(({ label }) => exactMeaning(label, INFO_ROWS) === "start")?.text;
  const end = timed.find(({ label }) => exactMeaning(label, INFO_ROWS) === "end")?.text;
  const day = timed.find((row) => readDay(row.text) !== null)?.text ?? "";
  if (start !== undefined && end !== undefined) {
    const joined = readWindow(`${readDay(start) === null ? day : ""} ${start} - ${end}`);
    if (joined !== null) return joined;
  }
  const dated = day || (all.find((row) => readDay(row.text) !== null)?.text ?? "");
  const among = timed.length > 1 ? timed : all;
  const times = among.find((row) => readClockTimes(row.text).length > 1)?.text;
  if (times !== undefined && day === "" && dated !== "") return readWindow(`${dated} ${times}`);
  if (times !== undefined && day !== "") return readWindow(`${day.replace(/\d{1,2}:\d{2}/g, "")} ${times}`);
  const lone = timed.find((row) => readDay(row.text) !== null && readClockTimes(row.text).length === 1);
  const length = timed
    .map((row) => (readClockTimes(row.text).length === 0 && readDay(row.text) === null ? readMinutes(row.text) : null))
    .find((one) => one !== null);
  const own = lone === undefined ? null : (readMinutes(lone.text.replace(/^.*\d:\d{2}/, "")) ?? length ?? null);
  return lone === undefined || own === null ? null : windowFrom(lone.text, own);
}

function isAboutTime(label: string): boolean {
  const row = meaningOf(label, INFO_ROWS);
  return (
    row === "window" ||
    row === "windowLength" ||
    row === "start" ||
    row === "end" ||
    exactMeaning(label, DOCUMENT_FACTS) === "date"
  );
}

/** What the lines at the head say where the table is silent. A version there may be the document's own. */
function exactRow(document: readonly LabelledText[], wanted: InfoRow): string | null {
  if (wanted === "version" || wanted === "type") return null;
  const named = document.find((row) => exactMeaning(row.label, INFO_ROWS) === wanted);
  const about =
    wanted === "downtime" || wanted === "rollbackable"
      ? document.find((row) => meaningOf(row.label, INFO_ROWS) === wanted)
      : undefined;
  return (named ?? about)?.text ?? null;
}

const ownVersion = /this (?:plan|document)|document|template|plan version|文档|模板|本计划|方案版本/i;

/** The version that is released; of "Release: storefront 2026.2" the part that is one. */
function versionOf(rows: readonly LabelledText[], document: readonly LabelledText[]): string {
  const others = document.filter(({ label }) => !ownVersion.test(label));
  const row = rowOf(rows, "version") ?? factOf(others, "version");
  const plain = (row?.text ?? "").replace(/[`*]/g, "").trim();
  if (row === null || !/\s/.test(plain) || !/release|software|发布|发版/i.test(row.label)) return plain;
  return /(?<![\w.])(?:[A-Za-z][\w]*-)?v?\d+(?:\.\d+)+(?:[-+][\w.]+)?/.exec(plain)?.[0] ?? plain;
}

/** "不停机" and "no downtime" beside something else. */
function noDowntime(rows: readonly LabelledText[]): ReleaseInfo["downtime"] {
  const row = rows.find(({ text }) => /不停机|零停机|无停机|\b(?:no|zero|without) downtime/i.test(text));
  return row === undefined ? null : { text: row.text, minutes: 0 };
}

/** The information table; what it leaves open is taken from the lines at the document's head and foot. */
export function readInformation({ rows, lines }: DocumentPart, document: readonly LabelledText[]): ReleaseInfo {
  const text = (row: InfoRow) => rowOf(rows, row)?.text ?? exactRow(document, row);
  const window = windowOf(rows, document);
  const downtime = text("downtime");
  const back = text("rollbackable");
  return {
    version: versionOf(rows, document),
    window: window === null ? null : { start: window.start, end: window.end },
    windowMin: readMinutes(text("windowLength") ?? "") ?? window?.lengthMin ?? null,
    type: text("type"),
    scope: text("scope"),
    rollbackable: back === null ? null : rollbackable(back),
    downtime:
      downtime === null ? noDowntime([...rows, ...document]) : { text: downtime, minutes: downtimeMinutes(downtime) },
    rows: [...rows],
    lines: rows.length === 0 ? nowhere : lines,
  };
}
