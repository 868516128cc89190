import type { Bound, Measure } from "@/lib/domain/plan/measure";

/** A value as it is read: the figure and, smaller, its unit. */
export type Figure = { text: string; unit: string };

const isShare = ({ kind }: Measure) => kind === "rate" || kind === "evidence" || kind === "serving";

/** What a measure's values are shown in: shares of requests in percent, everything else as the query answers it. */
export function shownValue(measure: Measure, value: number): number {
  return isShare(measure) ? value * 100 : value;
}

function unitOf(measure: Measure): string {
  if (isShare(measure)) return "%";
  return "unit" in measure ? measure.unit : "";
}

/** As many digits as are read at a glance: 5,212 and 86.4 and 0.023. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  if (size >= 1000) return Math.round(value).toLocaleString("en");
  return value.toLocaleString("en", { maximumSignificantDigits: size < 1 ? 2 : 3 });
}

/** A value in its unit; a dash where there is none. */
export function figureOf(measure: Measure, value: number | null): Figure {
  if (value === null) return { text: "–", unit: "" };
  const shown = shownValue(measure, value);
  return { text: numberText(shown), unit: unitOf(measure) };
}

/** One threshold of a measure, in the unit that is shown, and how it reads. */
export type Threshold = { value: number; text: string };

function bound(measure: Measure, { comparator, value }: Bound): Threshold {
  const { text, unit } = figureOf(measure, value);
  return { value: shownValue(measure, value), text: `${comparator} ${text}${unit === "%" ? "" : " "}${unit}`.trim() };
}

/** The line that a measure's values are held against; null where it has none. */
export function thresholdOf(measure: Measure, wantedShare: number): Threshold | null {
  switch (measure.kind) {
    case "limit":
    case "json": {
      const line = measure.pass ?? measure.fail;
      return line === null ? null : bound(measure, line);
    }
    case "rate":
      return bound(measure, { comparator: measure.healthy === "below" ? "<" : ">", value: measure.limit });
    case "serving":
      return { value: wantedShare, text: `${wantedShare}%` };
    case "evidence":
    case "comparison":
      return null;
  }
}

/** Percent of the old version's value that is no difference worth a word, and from which on times are easier to read. */
const NOTHING_BELOW = 5;
const TIMES_FROM = 200;

/** How the new version stands to the old one: worse, better or neither, and by how much of the old one; null where it cannot be said. */
export function changeOf(
  measure: Measure,
  { new: now, old }: { new: number | null; old: number | null },
): { way: "worse" | "better" | "same"; up: boolean; text: string } | null {
  if (now === null || old === null || old === 0) return null;
  const percent = Math.round((100 * (now - old)) / Math.abs(old));
  const up = percent > 0;
  const text = percent >= TIMES_FROM ? `×${numberText(now / old)}` : `${up ? "+" : "−"}${Math.abs(percent)}%`;
  if (Math.abs(percent) < NOTHING_BELOW) return { way: "same", up, text };
  if (measure.kind === "comparison" && measure.direction === "either") return { way: "worse", up, text };
  const badUp = measure.kind !== "comparison" || measure.direction === "increase";
  return { way: up === badUp ? "worse" : "better", up, text };
}
