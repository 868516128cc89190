import type { Bound, Comparator } from "@/lib/domain/plan/measure";
import { readMinutes } from "./durations";
import { comparable } from "./match-word";
import { COMPARATOR_WORDS, FIGURE_UNITS, METRIC_FILLERS, OVER_TIME_WORDS } from "./words/criteria";

/** What a criterion, a target or a trigger says in figures. */
export type Criterion = {
  /** The words in front of the figure, as written. */
  metric: string;
  /** `%`, `ms`, `/s`, … or empty. */
  unit: string;
  /** The bounds in the order in which they stand; empty where only a band is written. */
  bounds: Bound[];
  /** "0.1% - 1%": two figures of which nobody said whether they belong to it. */
  band: { from: number; to: number } | null;
  /** Minutes over which the metric is taken: "for 15 minutes", "（24小时内）". */
  overMin: number | null;
};

const longestFirst = (words: string[]) => words.sort((a, b) => b.length - a.length);
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const isLatin = (word: string) => /^[a-z]/.test(word);

const comparators = longestFirst(COMPARATOR_WORDS.flatMap(({ zh, en }) => [...zh, ...en]));
const comparator = comparators.map((word) => (isLatin(word) ? `\\b${escaped(word)}\\b` : escaped(word))).join("|");
const units = longestFirst(FIGURE_UNITS.flatMap(({ words }) => [...words]));
const unit = units.map((word) => `${escaped(word)}${/[a-z]$/.test(word) ? "(?![a-z])" : ""}`).join("|");
const number = "\\d[\\d,]*(?:\\.\\d+)?";
const bound = new RegExp(`(${comparator})\\s*(${number})\\s*(${unit})?`, "g");
const band = new RegExp(
  `(?<![\\p{L}\\d.])(${number})\\s*(${unit})?\\s*(?:-|–|—|~|至|到|\\bto\\b)\\s*(${number})\\s*(${unit})`,
  "u",
);
const length = "\\d+(?:\\.\\d+)?\\s*[\\p{L}]+";
const overTime = new RegExp(
  `(?:${OVER_TIME_WORDS.before.join("|")})\\s*(?:the\\s+)?(?:last\\s+)?(${length})|(${length})\\s*(?:${OVER_TIME_WORDS.after.join("|")})`,
  "u",
);

const figure = (text: string | undefined) => Number((text ?? "").replaceAll(",", ""));

function comparatorOf(word: string): Comparator {
  return COMPARATOR_WORDS.find(({ zh, en }) => zh.includes(word) || en.includes(word))?.meaning ?? "<";
}

function unitOf(word: string | undefined): string {
  return FIGURE_UNITS.find(({ words }) => words.includes(word ?? ""))?.unit ?? "";
}

/** How many minutes a metric is taken over; the figure itself is not a length of time. */
function overMinutes(text: string): number | null {
  const found = overTime.exec(text);
  return found === null ? null : readMinutes(found[1] ?? found[2] ?? "");
}

/** The metric, the figures and the unit of a text such as "P99延迟 < 100ms"; null when it compares nothing with a figure. */
export function readCriterion(text: string): Criterion | null {
  const wanted = comparable(text).replace(/[（(]\s*(?:目标|target)[^()（）]*[)）]/g, "");
  const found = [...wanted.matchAll(bound)];
  const [first] = found;
  const between = first === undefined ? band.exec(wanted) : null;
  const at = first?.index ?? between?.index;
  if (at === undefined) return null;
  const same = found.filter((one) => unitOf(one[3]) === unitOf(first?.[3]));
  const end = between === null ? (first?.index ?? 0) + (first?.[0].length ?? 0) : between.index + between[0].length;
  return {
    metric: wanted.slice(0, at).replace(/[\s:：,，]+$/, ""),
    unit: unitOf(first?.[3] ?? between?.[4]),
    bounds: same.map((one) => ({ comparator: comparatorOf(one[1] ?? ""), value: figure(one[2]) })),
    band: between === null ? null : { from: figure(between[1]), to: figure(between[3]) },
    overMin: overMinutes(`${wanted.slice(0, at)} ; ${wanted.slice(end)}`),
  };
}

/** A metric's name as two places of a plan can have it in common: "API P99延迟" and "P99 latency" are `p99`. */
export function metricKey(metric: string): string {
  const fillers = longestFirst([...METRIC_FILLERS]);
  const bare = fillers.reduce(
    (name, word) => (isLatin(word) ? name.replace(new RegExp(`\\b${word}\\b`, "g"), " ") : name.replaceAll(word, " ")),
    comparable(metric),
  );
  const key = bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return key === "" ? comparable(metric) : key;
}

/** A value in the base unit of its kind, so that 0.1 s and 100 ms are the same. */
export function inBaseUnit(value: number, unit: string): { kind: string; value: number } {
  const row = FIGURE_UNITS.find((one) => one.unit === unit);
  return { kind: row?.kind ?? unit, value: Number((value * (row?.scale ?? 1)).toPrecision(12)) };
}
