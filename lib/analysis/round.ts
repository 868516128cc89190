import type { Phrase } from "../domain/release/phrase";
import { type CounterState, countSince } from "./count-since";
import type { Counter } from "./read-value";
import type { Reading } from "./source-answer";
import { type Judgement, judge } from "./verdict";

/** What a judge has to know of a round besides the answers. */
export type Round = {
  /** Milliseconds of the release's clock. */
  at: number;
  canaryName: string;
  baselineName: string;
  /** Share of the traffic that the new version should have, 0 to 1. */
  wantedShare: number;
  /** Bursts of errors on the old version before the release, at least 1. */
  phi: number;
};

/** What a judge says and what it wants to remember. */
export type Judged<M> = { judgement: Judgement; memory: M };

export function phrase(key: string, values: Phrase["values"] = {}, words: Record<string, string> = {}): Phrase {
  return { key: `verdict.${key}`, values, words };
}

/** The first round of counters only sets their marks. */
export const FIRST_ROUND = judge("inconclusive", phrase("run.first"));
export const NO_TRAFFIC = judge("no_data", phrase("run.no_traffic"));

/** How much several counters have counted since their marks; whatever one of them lacks, the whole round lacks. */
export function countRound(marks: readonly (CounterState | null)[], readings: readonly Reading<Counter[]>[]) {
  const missing = readings.find((reading) => reading.kind === "none");
  if (missing?.kind === "none") return { kind: "none", judgement: missing.judgement } as const;
  const since = readings.map((reading, index) =>
    countSince(marks[index] ?? null, reading.kind === "value" ? reading.value : []),
  );
  const next = since.map(({ state }) => state);
  const counts = since.flatMap(({ count }) => (count === null ? [] : [count]));
  return counts.length < since.length
    ? ({ kind: "first", marks: next } as const)
    : ({ kind: "counts", counts, marks: next } as const);
}
