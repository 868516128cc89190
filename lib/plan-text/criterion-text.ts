import { readMinutes } from "./durations";
import { comparable, exactMeaning } from "./match-word";
import {
  COMPARATORS,
  COMPARATORS_BEHIND,
  type Comparator,
  CRITERION_UNITS,
  HOLDING_WORDS,
  QUALITATIVES,
  type Qualitative,
} from "./words/criteria";
import type { WordRow } from "./words/word-row";

/** A condition as its words say it. `comparator` is null where no figure is compared; `to` is the upper end of a range. */
export type CriterionText = {
  metric: string;
  comparator: Comparator | null;
  value: number | null;
  to: number | null;
  unit: string | null;
  forMin: number | null;
  qualitative: Qualitative | null;
};

const wordsOf = <Meaning>(rows: readonly WordRow<Meaning>[]): string[] =>
  rows.flatMap((row) => [...row.zh, ...row.en]).sort((a, b) => b.length - a.length);

/** Latin words only as whole words; signs and Chinese anywhere. */
const alternatives = (words: readonly string[]): string =>
  words
    .map((word) => {
      const plain = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      return /^[a-z]/.test(word) ? `(?<![a-z])${plain}(?![a-z])` : plain;
    })
    .join("|");

const number = "(?<![\\p{L}\\d.])\\d+(?:[,\\d]*\\d)?(?:\\.\\d+)?(?:\\s?(?:万|k(?![a-z])))?";
const anyNumber = new RegExp(number, "u");
const unit = `(?:\\s{0,3}(?:${alternatives(wordsOf(CRITERION_UNITS))}))?`;
const inFront = new RegExp(
  `(${alternatives(wordsOf(COMPARATORS))})\\s{0,3}[¥$€+]?\\s{0,3}(\\d[\\d,]*(?:\\.\\d+)?(?:\\s?(?:万|k(?![a-z])))?)`,
  "u",
);
const range = new RegExp(
  `(${number})(${unit})\\s{0,3}(?:-|–|—|~|至|到|to)\\s{0,3}(\\d[\\d,]*(?:\\.\\d+)?)(${unit})`,
  "u",
);
const unitHere = new RegExp(`^\\s{0,3}(${alternatives(wordsOf(CRITERION_UNITS))}|[a-z/]{1,8}(?![a-z]))`, "u");
const behind = new RegExp(`^\\s{0,3}(${alternatives(wordsOf(COMPARATORS_BEHIND))})`, "u");
const holding = new RegExp(`(?:${alternatives(wordsOf(HOLDING_WORDS))})\\s{0,3}(?=[\\d一半]|an?\\s|one\\s|half)`, "u");
const within = /(?:[(（]\s{0,3})?\d+(?:\.\d+)?\s{0,3}(?:分钟|小时|天|秒)\s{0,3}内/u;
const qualitative = new RegExp(`(${alternatives(wordsOf(QUALITATIVES))})`, "u");

function figure(text: string): number {
  const plain = Number.parseFloat(text.replaceAll(",", ""));
  if (text.endsWith("万")) return plain * 10_000;
  return text.endsWith("k") ? plain * 1_000 : plain;
}

/** The unit at the start of a text, by its usual sign, and what follows it. */
function readUnit(rest: string): { unit: string | null; rest: string } {
  const found = unitHere.exec(rest);
  const written = found?.[1] ?? "";
  if (found === null || wordsOf(HOLDING_WORDS).includes(written) || written === "and" || written === "or") {
    return { unit: null, rest };
  }
  return { unit: exactMeaning(written, CRITERION_UNITS) ?? written, rest: rest.slice(found[0].length) };
}

/** How long the condition must hold, from what stands behind the figure: "for 15 minutes", "持续5分钟", "（24小时内）". */
function readHolding(rest: string): number | null {
  const found = holding.exec(rest);
  if (found !== null) return readMinutes(rest.slice(found.index + found[0].length));
  const bracket = within.exec(rest);
  return bracket === null ? null : readMinutes(bracket[0]);
}

function nameOf(text: string): string {
  return text.replace(/^[\s*•·-]+|[\s:：,，(（*`-]+$/gu, "").trim();
}

type Found = { metric: string; comparator: Comparator; figure: string; after: string };

function findFigure(text: string, words: string): Found | null {
  const front = inFront.exec(words);
  if (front !== null) {
    const comparator = exactMeaning(front[1] ?? "", COMPARATORS) ?? "=";
    const after = words.slice(front.index + front[0].length);
    return { metric: text.slice(0, front.index), comparator, figure: front[2] ?? "", after };
  }
  const bare = anyNumber.exec(words);
  if (bare === null) return null;
  const after = words.slice(bare.index + bare[0].length);
  const said = behind.exec(readUnit(after).rest)?.[1];
  const comparator = said === undefined ? null : exactMeaning(said, COMPARATORS_BEHIND);
  const measured = readUnit(after).unit !== null;
  if (comparator === null && !measured) return null;
  return { metric: text.slice(0, bare.index), comparator: comparator ?? "=", figure: bare[0], after };
}

function readRange(text: string, words: string): CriterionText | null {
  const found = range.exec(words);
  if (found === null || inFront.test(words.slice(0, found.index + (found[1] ?? "").length))) return null;
  const { unit: written, rest } = readUnit(words.slice(found.index + found[0].length - (found[4] ?? "").length));
  if (written === null) return null;
  return {
    metric: nameOf(text.slice(0, found.index)),
    comparator: ">=",
    value: figure(found[1] ?? ""),
    to: figure(found[3] ?? ""),
    unit: written,
    forMin: readHolding(rest),
    qualitative: null,
  };
}

function readWords(text: string, words: string): CriterionText {
  const found = qualitative.exec(words);
  const meaning = found === null ? null : exactMeaning(found[1] ?? "", QUALITATIVES);
  const before = found === null ? "" : nameOf(text.slice(0, found.index));
  const after = found === null ? "" : nameOf(text.slice(found.index + found[0].length));
  const metric = found === null ? nameOf(text) : before === "" ? after : before;
  return {
    metric,
    comparator: null,
    value: null,
    to: null,
    unit: null,
    forMin: readHolding(words),
    qualitative: meaning,
  };
}

/** Takes a condition apart: "p95 ≤ 200 ms for 15 minutes", "错误率 0.1% - 1%", "P99延迟无明显上升". Never guesses a figure. */
export function readCriterion(written: string): CriterionText {
  const text = written.normalize("NFKC").replace(/\s+/g, " ").trim();
  const words = comparable(text);
  const between = readRange(text, words);
  if (between !== null) return between;
  const found = findFigure(text, words);
  if (found === null) return readWords(text, words);
  const { unit: measured, rest } = readUnit(found.after);
  return {
    metric: nameOf(found.metric),
    comparator: found.comparator,
    value: figure(found.figure),
    to: null,
    unit: measured,
    forMin: readHolding(rest),
    qualitative: null,
  };
}
