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

/** The row one of whose words begins the text, at least as heavy as any other word in it; null when none does. */
export function leadingMeaning<Meaning>(text: string, rows: readonly WordRow<Meaning>[]): Meaning | null {
  const wanted = comparable(text);
  let best: { weight: number; meaning: Meaning | null } = { weight: 0, meaning: null };
  let heaviest = 0;
  for (const row of rows) {
    for (const word of [...row.zh, ...row.en]) {
      const at = indexOfWord(wanted, word);
      if (at >= 0) heaviest = Math.max(heaviest, weight(word));
      if (at === 0 && weight(word) > best.weight) best = { weight: weight(word), meaning: row.meaning };
    }
  }
  return best.weight >= heaviest ? best.meaning : null;
}

const ornament = /^(?:\p{Extended_Pictographic}|\uFE0F|\u200D|\s)+(?=[\p{L}\p{N}])/u;

/** The row that has exactly this word; a picture in front of it is ornament. */
export function exactMeaning<Meaning>(text: string, rows: readonly WordRow<Meaning>[]): Meaning | null {
  const wanted = comparable(text).replace(ornament, "");
  return rows.find((row) => row.zh.includes(wanted) || row.en.includes(wanted))?.meaning ?? null;
}

/** Exact match first, else the longest word inside. */
export function meaningOf<Meaning>(text: string, rows: readonly WordRow<Meaning>[]): Meaning | null {
  return exactMeaning(text, rows) ?? findMeaning(text, rows);
}
