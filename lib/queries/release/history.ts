import { type Round, type SamplePoint, seriesOf } from "@/lib/contracts/round";
import type { Instant } from "@/lib/domain/release/time";

/** Points of a line that a screen keeps: what a sparkline can show. */
export const HISTORY_POINTS = 120;

/** `at` is real time; `filled` was asked for afterwards, when nobody had watched. */
type HistoryPoint = { at: Instant; value: number | null; filled?: true };

/** The last while of every series, oldest first, by the name of the series. */
export type History = Readonly<Record<string, readonly HistoryPoint[]>>;

const pointOf = ({ at, value, filled }: SamplePoint): HistoryPoint =>
  filled === true ? { at, value, filled } : { at, value };

/** The history with one more round; the same one where the round is known already. */
export function withRound(history: History, { readings }: Pick<Round, "readings">): History {
  const next: Record<string, History[string]> = { ...history };
  let isNews = false;
  for (const { check, values } of readings) {
    for (const { side, value, at } of values) {
      const series = seriesOf(check, side);
      const known = next[series] ?? [];
      const last = known.at(-1);
      if (last !== undefined && at <= last.at) continue;
      next[series] = [...known, { at, value }].slice(-HISTORY_POINTS);
      isNews = true;
    }
  }
  return isNews ? next : history;
}

/** What was measured before this screen looked, put in front of what it has seen itself. */
export function withSamples(history: History, samples: readonly SamplePoint[]): History {
  const before: Record<string, HistoryPoint[]> = {};
  for (const sample of samples) {
    const { series } = sample;
    const first = history[series]?.[0];
    if (first !== undefined && sample.at >= Math.round(first.at)) continue;
    before[series] = [...(before[series] ?? []), pointOf(sample)];
  }
  const next: Record<string, History[string]> = { ...history };
  for (const [series, points] of Object.entries(before)) {
    next[series] = [...points, ...(history[series] ?? [])].slice(-HISTORY_POINTS);
  }
  return next;
}

/** Samples by series, as they stand. */
export function historyOf(samples: readonly SamplePoint[]): History {
  const history: Record<string, HistoryPoint[]> = {};
  for (const sample of samples) {
    const own = history[sample.series] ?? [];
    own.push(pointOf(sample));
    history[sample.series] = own;
  }
  return history;
}
