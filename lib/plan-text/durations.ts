import { comparable } from "./match-word";
import { HAN_NUMBERS, NUMBER_WORDS } from "./words/head-prose";
import { SPELT_DURATIONS, UNITS } from "./words/units";

const unitWords = UNITS.flatMap((unit) => unit.words);
const unit = `(?:${[...unitWords].sort((a, b) => b.length - a.length).join("|")})(?![a-z])`;
const number = "\\d+(?:\\.\\d+)?";
const range = new RegExp(`(${number})\\s*(${unit})?\\s*(?:-|–|—|~|至|到|to)\\s*(${number})\\s*(${unit})`);
const amount = new RegExp(`(${number})\\s*(${unit})`, "g");
const firstN = new RegExp(`(?:first|前)\\s*(${number})\\s*(${unit})`);

function minutesOf(word: string | undefined): number {
  return UNITS.find((row) => row.words.includes(word ?? ""))?.minutes ?? 1;
}

const unitAhead = "(?=\\s?(?:个?(?:分钟|小时|星期)|天|日|周|minutes?|hours?|days?|weeks?|seconds?)(?![a-z]))";
const spelt = new RegExp(`(?<![a-z])(${Object.keys(NUMBER_WORDS).join("|")})${unitAhead}`, "g");
const han = new RegExp(`(?<![第周期拜初月十百\\d])([一二两三四五六七八九十])${unitAhead}`, "g");

/** A text with the figures that words spell in front of units: "ten minutes", "两小时". */
function withFigures(text: string): string {
  return comparable(text)
    .replace(spelt, (word) => `${NUMBER_WORDS[word] ?? word}`)
    .replace(han, (word) => `${HAN_NUMBERS[word] ?? word}`);
}

/** Minutes of the first length in a text ("10min", "1 小时 30 分", "1-2 hours" → the longer); null when there is none. */
export function readMinutes(text: string): number | null {
  const wanted = withFigures(text);
  const said = SPELT_DURATIONS.find((row) => row.words.some((word) => wanted.includes(word)));
  const between = range.exec(wanted);
  if (between !== null) return Number(between[3]) * minutesOf(between[4]);
  let total: number | null = null;
  let end = -1;
  for (const found of wanted.matchAll(amount)) {
    if (total !== null && wanted.slice(end, found.index).trim() !== "") break;
    total = (total ?? 0) + Number(found[1]) * minutesOf(found[2]);
    end = found.index + found[0].length;
  }
  return total ?? said?.minutes ?? null;
}

/** A span such as "2-6小时", "1–7 days" or "first 2 hours", in minutes; null when the text is none. */
export function readMinuteRange(text: string): { from: number; to: number } | null {
  const wanted = comparable(text);
  const between = range.exec(wanted);
  if (between !== null) {
    const to = Number(between[3]) * minutesOf(between[4]);
    const from = Number(between[1]) * minutesOf(between[2] ?? between[4]);
    return from < to ? { from, to } : null;
  }
  const first = firstN.exec(wanted);
  return first === null ? null : { from: 0, to: Number(first[1]) * minutesOf(first[2]) };
}

/** "One in ten" is a tenth. */
function oneIn(count: number): number | null {
  return count >= 1 ? Math.round(10_000 / count) / 100 : null;
}

/** The first percentage in a text, 0 to 100; null when there is none. */
export function readPercent(text: string): number | null {
  const found = /(\d+(?:\.\d+)?)\s*%/.exec(comparable(text));
  const among = /\b(?:one|1) in (\w+)\b/.exec(comparable(text))?.[1];
  if (found === null && among !== undefined) return oneIn(Number(NUMBER_WORDS[among] ?? among));
  const share = found === null ? Number.NaN : Number(found[1]);
  return share >= 0 && share <= 100 ? share : null;
}
