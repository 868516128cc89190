"use client";

import { useTranslations } from "next-intl";
import type { Condition } from "@/lib/domain/release/condition";
import { describeRefusal } from "@/lib/domain/release/describe";
import { describeCondition } from "@/lib/domain/release/describe-condition";
import type { Refusal } from "@/lib/domain/release/refusal";
import { releaseTime } from "@/lib/domain/release/time";
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
  const { plan, state } = useRelease();

  /** A rehearsal's screens show its own time, in refusals too. */
  function inReleaseTime(refusal: Refusal): Refusal {
    if (refusal.by === undefined) return refusal;
    return { ...refusal, by: { ...refusal.by, at: releaseTime(state.clock, refusal.by.at) } };
  }

  return {
    refusal: (refusal) => say(describeRefusal(plan, inReleaseTime(refusal))),
    condition: (condition) => say(describeCondition(plan, condition)),
    wayOut: (refusal) => hint(refusal.kind),
  };
}
