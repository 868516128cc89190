import type { Measure } from "../domain/plan/measure";
import { type CounterState, countSince } from "./count-since";
import { readAnswer, type Series, type SourceAnswer } from "./source-answer";

/** One point of a chart that was asked for afterwards. Never judged: a verdict stands on rounds that were watched. */
export type FilledPoint = { side: "new" | "old" | "one"; atS: number; value: number };

function seriesIn(answer: SourceAnswer | undefined): Series[] {
  const read = answer === undefined ? null : readAnswer(answer);
  return read?.kind === "value" ? read.value : [];
}

/** The one series of a range; several where one was expected are no choice. */
function valuesOf(side: FilledPoint["side"], answer: SourceAnswer | undefined): FilledPoint[] {
  const [only, ...others] = seriesIn(answer);
  if (only === undefined || others.length > 0) return [];
  return only.samples.filter(({ value }) => Number.isFinite(value)).map(({ atS, value }) => ({ side, atS, value }));
}

/** How much the counters of one query have counted from each moment to the next; nothing for a moment that has none. */
function countsAt(answer: SourceAnswer | undefined): Map<number, number> {
  const moments = new Map<number, { labels: string; raw: boolean; value: number }[]>();
  for (const { labels, raw, samples } of seriesIn(answer)) {
    for (const { atS, value } of samples) {
      if (Number.isFinite(value)) moments.set(atS, [...(moments.get(atS) ?? []), { labels, raw, value }]);
    }
  }
  const counts = new Map<number, number>();
  let marks: CounterState | null = null;
  for (const [atS, counters] of [...moments].toSorted(([a], [b]) => a - b)) {
    const { count, state }: ReturnType<typeof countSince> = countSince(marks, counters);
    if (count !== null) counts.set(atS, count);
    marks = state;
  }
  return counts;
}

type Counts = Map<number, number>;

function ratios(side: FilledPoint["side"], part: Counts, whole: Counts): FilledPoint[] {
  return [...whole].flatMap(([atS, all]): FilledPoint[] => {
    const own = part.get(atS);
    return own === undefined || all === 0 ? [] : [{ side, atS, value: Math.min(own, all) / all }];
  });
}

/** What the new version served of everything that both served. */
function served(fresh: Counts, old: Counts): FilledPoint[] {
  const whole = new Map([...fresh].map(([atS, own]) => [atS, own + (old.get(atS) ?? 0)]));
  return ratios("one", fresh, whole);
}

/** The points of a check's chart from range answers to the queries that its rounds ask, in the same order. */
export function fillSeries(measure: Measure, answers: readonly SourceAnswer[]): FilledPoint[] {
  switch (measure.kind) {
    case "limit":
      return valuesOf("one", answers[0]);
    case "comparison":
      return [...valuesOf("new", answers[0]), ...valuesOf("old", answers[1])];
    case "rate":
      return ratios("new", countsAt(answers[0]), countsAt(answers[1]));
    case "evidence":
      return [
        ...ratios("new", countsAt(answers[0]), countsAt(answers[1])),
        ...ratios("old", countsAt(answers[2]), countsAt(answers[3])),
      ];
    case "serving":
      return served(countsAt(answers[0]), countsAt(answers[1]));
    case "json":
      return [];
  }
}
