import type { WordRow } from "./words/word-row";

const han = /\p{Script=Han}/u;

/** A text as it is compared: full-width forms narrowed, lower case, single spaces. Never shown. */
export function comparable(text: string): string {
  return text.normalize("NFKC").replaceAll("−", "-").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Where a word stands in a text that is already comparable; Latin words only as whole words. -1 when absent. */
function indexOfWord(text: string, word: string): number {
  if (han.test(word)) return text.indexOf(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? " ";
    const after = text[at + word.length] ?? " ";
    if (!/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after)) return at;
  }
  return -1;
}

/** A Chinese character says about as much as three Latin letters. */
function weight(word: string): number {
  return han.test(word) ? word.length * 3 : word.length;
}

/** The row whose longest word stands in the text; the earlier row on equal length; null when none does. */
export function findMeaning<Meaning>(text: string, rows: readonly WordRow<Meaning>[]): Meaning | null {
  const wanted = comparable(text);
  let best: { meaning: Meaning; weight: number } | null = null;
  for (const row of rows) {
    for (const word of [...row.zh, ...row.en]) {
      if ((best === null || weight(word) > best.weight) && indexOfWord(wanted, word) >= 0) {
        best = { meaning: row.meaning, weight: weight(word) };
      }
    }
  }
  return best === null ? null : best.meaning;
}

/** As `findMeaning`; of words of equal length the one that stands first in the text. */
export function findFirstMeaning<Meaning>(text: string, rows: readonly WordRow<Meaning>[]): Meaning | null {
  const wanted = comparable(text);
  let best: { meaning: Meaning; weight: number; at: number } | null = null;
  for (const row of rows) {
    for (const word of [...row.zh, ...row.en]) {
      const at = indexOfWord(wanted, word);
      const heavy = weight(word);
      const wins = best === null || heavy > best.weight || (heavy === best.weight && at < best.at);
      if (at >= 0 && wins) best = { meaning: row.meaning, weight: heavy, at };
    }
  }
  return best === null ? null : best.meaning;
}

/** The row that has exactly this word. */
export function exactMeaning<Meaning>(text: string, rows: readonly WordRow<Meaning>[]): Meaning | null {
  const wanted = comparable(text);
  return rows.find((row) => row.zh.includes(wanted) || row.en.includes(wanted))?.meaning ?? null;
}

/** Exact match first, else the longest word inside. */
export function meaningOf<Meaning>(text: string, rows: readonly WordRow<Meaning>[]): Meaning | null {
  return exactMeaning(text, rows) ?? findMeaning(text, rows);
}
