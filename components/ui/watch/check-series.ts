import { type Side, seriesOf } from "@/lib/contracts/round";
import type { History } from "@/lib/queries/release/history";
import type { CheckRow } from "./check-rows";
import { shownValue } from "./figure";
import { filledParts } from "./filled-part";
import type { SparkSeries } from "./spark-line";

const LINE: Record<Side, string> = { old: "spark-old", new: "spark-new", one: "spark-one" };
const DRAWN: readonly Side[] = ["old", "one", "new"];

/** A check's lines in the unit that is shown, the new version on top; what nobody had watched is a fainter line of its own. */
export function checkSeries({ check }: Pick<CheckRow, "check">, history: History): SparkSeries[] {
  return DRAWN.flatMap((side) => {
    const points = history[seriesOf(check.id, side)];
    if (points === undefined) return [];
    const shown = (value: number | null) => (value === null ? null : shownValue(check.measure, value));
    const line = { key: side, className: LINE[side] };
    // Most lines are drawn every second and have no such part: they need not be asked point by point.
    if (!points.some(({ filled }) => filled))
      return [{ ...line, points: points.map(({ at, value }) => ({ at, value: shown(value) })) }];
    const parts = filledParts(points);
    const part = (name: "watched" | "filled") =>
      points.map(({ at, value }, index) => ({ at, value: parts[index]?.[name] === true ? shown(value) : null }));
    return [
      { key: `${side}:filled`, className: `${LINE[side]} spark-filled`, points: part("filled") },
      { ...line, points: part("watched") },
    ];
  });
}

/** The real time of the last value that there was, however long ago; null where this screen knows of none. */
export function lastValueAt({ check }: Pick<CheckRow, "check">, history: History): number | null {
  const times = DRAWN.flatMap((side) => {
    const last = history[seriesOf(check.id, side)]?.findLast(({ value }) => value !== null);
    return last === undefined ? [] : [last.at];
  });
  return times.length === 0 ? null : Math.max(...times);
}
