"use client";

import { useTranslations } from "next-intl";
import type { Condition } from "@/lib/domain/release/condition";
import { describeCondition, describeRefusal } from "@/lib/domain/release/describe";
import type { Refusal } from "@/lib/domain/release/refusal";
import { useRelease } from "@/lib/queries/release/use-release";
import { usePhrase } from "../phrase";

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
  const { plan } = useRelease();
  return {
    refusal: (refusal) => say(describeRefusal(plan, refusal)),
    condition: (condition) => say(describeCondition(plan, condition)),
    wayOut: (refusal) => hint(refusal.kind),
  };
}
