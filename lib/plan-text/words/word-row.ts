/** One meaning and the words that stand for it. Data only: a new wording is a new word in a row, never new code. */
export type WordRow<Meaning> = { meaning: Meaning; zh: readonly string[]; en: readonly string[] };
