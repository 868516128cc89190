"use client";

import { useTranslations } from "next-intl";
import type { Condition } from "@/lib/domain/release/condition";
import { describeCondition, describeRefusal, type Phrase } from "@/lib/domain/release/describe";
import type { Refusal } from "@/lib/domain/release/refusal";
import { releaseTime } from "@/lib/domain/release/time";
import { useRelease } from "@/lib/queries/release/use-release";
import { usePhrase } from "../phrase";

const WORDS = ["status", "outcome", "vote"] as const;

type Sentences = {
  refusal: (refusal: Refusal) => string;
  condition: (condition: Condition) => string;
  /** What is still possible after a refusal. */
  wayOut: (refusal: Refusal) => string;
};

/** Turns what the rules say into sentences in the reader's language. */
export function useSentence(): Sentences {
  const say = usePhrase();
  const hint = useTranslations("console.wayOut");
  const word = useTranslations("console.word");
  const { plan, state } = useRelease();

  /** Facts that are words of the rules ("held", "no_go") in the reader's language. */
  function inWords({ key, values }: Phrase): Phrase {
    const told = WORDS.flatMap((name) => {
      const value = values[name];
      return typeof value === "string" && word.has(value) ? [[name, word(value)] as const] : [];
    });
    return { key, values: { ...values, ...Object.fromEntries(told) } };
  }

  /** A rehearsal's screens show its own time, in refusals too. */
  function inReleaseTime(refusal: Refusal): Refusal {
    if (refusal.by === undefined) return refusal;
    return { ...refusal, by: { ...refusal.by, at: releaseTime(state.clock, refusal.by.at) } };
  }

  return {
    refusal: (refusal) => say(inWords(describeRefusal(plan, inReleaseTime(refusal)))),
    condition: (condition) => say(describeCondition(plan, condition)),
    wayOut: (refusal) => hint(refusal.kind),
  };
}
