import type { LabelledText, Plan, Stage } from "@/lib/domain/plan/plan";
import { readClockTimes } from "../clock-times";
import { meaningOf } from "../match-word";
import { DOCUMENT_FACTS, type DocumentFact } from "../words/document-facts";
import { INFO_ROWS, type InfoRow } from "../words/information";

/** A stage with its planned minutes after the window's start. */
export type Span = { stage: Stage; from: number; to: number };

/** The stages that have a length, in the document's order. */
export function timedStages({ stages }: Plan): Span[] {
  return stages.flatMap((stage) =>
    stage.durationMin === null ? [] : [{ stage, from: stage.startMin, to: stage.startMin + stage.durationMin }],
  );
}

/** How many minutes of these spans are work, counted once where they run side by side. */
export function busyMinutes(spans: readonly Span[]): number {
  let busy = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    busy += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return busy;
}

const two = (value: number) => String(value).padStart(2, "0");

/** The clock time so many minutes after the window's start, `HH:mm`; null where the plan has no clock. */
export function clockAt(plan: Plan, minutes: number): string | null {
  const zero = startOfDay(plan);
  if (zero === null) return null;
  const within = (((zero + minutes) % 1_440) + 1_440) % 1_440;
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

function startOfDay({ info, stages }: Plan): number | null {
  if (info.window !== null) return readClockTimes(info.window.start.slice(11))[0] ?? null;
  const clocked = stages.find(({ startText }) => readClockTimes(startText).length > 0);
  const at = readClockTimes(clocked?.startText ?? "")[0];
  return clocked === undefined || at === undefined ? null : at - clocked.startMin;
}

/** The row of the information table with this meaning. */
export function infoRow({ info }: Plan, wanted: InfoRow): LabelledText | null {
  return info.rows.find(({ label }) => meaningOf(label, INFO_ROWS) === wanted) ?? null;
}

/** The lines at the document's head and foot with this meaning. */
export function documentFacts({ document }: Plan, wanted: DocumentFact): LabelledText[] {
  return document.filter(({ label }) => meaningOf(label, DOCUMENT_FACTS) === wanted);
}

/** Where the plan states its window: the row that names day and times, else the whole table. */
export function windowLines(plan: Plan): LabelledText["lines"] {
  const row = infoRow(plan, "window") ?? infoRow(plan, "windowLength") ?? documentFacts(plan, "date")[0];
  return row?.lines ?? plan.info.lines;
}
