import type { LabelledText, ReleaseInfo } from "@/lib/domain/plan/plan";
import { readWindow } from "../clock-times";
import type { DocumentPart } from "../document-part";
import { readMinutes } from "../durations";
import { comparable, exactMeaning, findMeaning, meaningOf } from "../match-word";
import { DOCUMENT_FACTS, type DocumentFact, INFO_ROWS, type InfoRow, NONE_WORDS, YES_NO } from "../words/labels";

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
  const minutes = bare === null ? readMinutes(text) : Number(bare[1]);
  return minutes ?? (findMeaning(text, NONE_WORDS) === null ? null : 0);
}

/** The information table; what it leaves open is taken from the lines at the document's head and foot. */
export function readInformation({ rows, lines }: DocumentPart, document: readonly LabelledText[]): ReleaseInfo {
  const text = (row: InfoRow) => rowOf(rows, row)?.text ?? null;
  const window = [...rows, ...document].map((row) => readWindow(row.text)).find((found) => found !== null) ?? null;
  const downtime = text("downtime");
  const back = text("rollbackable");
  return {
    version: text("version") ?? factOf(document, "version")?.text ?? "",
    window: window === null ? null : { start: window.start, end: window.end },
    windowMin: readMinutes(text("windowLength") ?? "") ?? window?.lengthMin ?? null,
    type: text("type"),
    scope: text("scope"),
    rollbackable: back === null ? null : rollbackable(back),
    downtime: downtime === null ? null : { text: downtime, minutes: downtimeMinutes(downtime) },
    rows: [...rows],
    lines: rows.length === 0 ? nowhere : lines,
  };
}
