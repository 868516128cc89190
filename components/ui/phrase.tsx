"use client";

import { useTranslations } from "next-intl";

type Sentence = { key: string; values: Record<string, string | number> };

/** How a sentence of the domain reads in the reader's language: `const say = usePhrase(); say(describeEvent(plan, event))`. */
export function usePhrase(): (phrase: Sentence) => string {
  const t = useTranslations("phrases");
  return (phrase) => t(phrase.key, phrase.values);
}

/** A sentence of the domain: what happened, what is missing, why not. */
export function Phrase({ phrase }: { phrase: Sentence }) {
  const say = usePhrase();
  return <>{say(phrase)}</>;
}
