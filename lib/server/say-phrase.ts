import type { Phrase } from "@/lib/domain/release/phrase";
import { fill, flattenWords, type Words } from "@/lib/i18n/words";
import english from "@/messages/en/phrases.json";
import chinese from "@/messages/zh-CN/phrases.json";

const WORDS: Record<"en" | "zh", Words> = { en: flattenWords(english), zh: flattenWords(chinese) };

/** A sentence of the domain in one language, for logs and reports that are read in no other. */
export function sayPhrase(language: "en" | "zh", { key, values, words = {} }: Phrase): string {
  const known = WORDS[language];
  const told = Object.entries(words).map(([name, word]) => [name, known[`word.${word}`] ?? word]);
  return fill(known[key] ?? key, { ...values, ...Object.fromEntries(told) });
}
