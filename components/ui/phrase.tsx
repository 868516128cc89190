"use client";

import { useTranslations } from "next-intl";
import { unbroken } from "@/lib/i18n/unbroken";

type Sentence = {
  key: string;
  values: Record<string, string | number>;
  /** Values that are words of the rules ("held", "no_go"); they have words of their own in the reader's language. */
  words?: Record<string, string> | undefined;
};

/** How a sentence of the domain reads in the reader's language: `const say = usePhrase(); say(describeEvent(plan, event))`. */
export function usePhrase(): (phrase: Sentence) => string {
  const t = useTranslations("phrases");
  return ({ key, values, words = {} }) => {
    const told = Object.entries(words).map(([name, word]) => [name, t.has(`word.${word}`) ? t(`word.${word}`) : word]);
    return unbroken(t(key, { ...values, ...Object.fromEntries(told) }));
  };
}
