import { shownValue } from "@/components/ui/watch/figure";
import { type SamplePoint, type Side, seriesOf } from "@/lib/contracts/round";
import type { Measure } from "@/lib/domain/plan/measure";
import type { Check } from "@/lib/domain/plan/plan";
import { type ReleaseClock, releaseTime } from "@/lib/domain/release/time";

/** One moment of a chart: the release's time, and what each side was at, in the unit that is shown. */
export type ChartPoint = { at: number; filled?: true } & Partial<Record<Side, number | null>>;

const SIDES: readonly Side[] = ["new", "old", "one"];

/** The samples of one check as moments, oldest first: sides that were measured in the same round share one. */
export function chartPoints(
  check: Pick<Check, "id"> & { measure: Measure },
  samples: readonly SamplePoint[],
  clock: ReleaseClock,
): ChartPoint[] {
  const sides = new Map(SIDES.map((side) => [seriesOf(check.id, side), side]));
  const moments = new Map<number, ChartPoint>();
  for (const { series, at, value, filled } of samples) {
    const side = sides.get(series);
    if (side === undefined) continue;
    const moment = moments.get(at) ?? { at: releaseTime(clock, at) };
    moment[side] = value === null ? null : shownValue(check.measure, value);
    if (filled === true) moment.filled = true;
    moments.set(at, moment);
  }
  return [...moments.values()].toSorted((a, b) => a.at - b.at);
}

export type SideSummary = { side: Side; last: number; low: number; high: number };

/** What a chart shows, for those who cannot see it: the last, smallest and largest value of each side. */
export function summarise(points: readonly ChartPoint[]): SideSummary[] {
  return SIDES.flatMap((side) => {
    const values = points.flatMap((point) => (typeof point[side] === "number" ? [point[side]] : []));
    const last = values.at(-1);
    return last === undefined ? [] : [{ side, last, low: Math.min(...values), high: Math.max(...values) }];
  });
}
