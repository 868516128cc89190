"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionAnswer } from "@/lib/contracts/action-answer";
import type { Plan } from "@/lib/domain/plan/plan";
import { describeRefusal } from "@/lib/domain/release/describe";
import type { Refusal } from "@/lib/domain/release/refusal";
import { usePhrase } from "./phrase";

/** A page's act on the server: whether it is under way, and in words why it was not done. */
export function useAction(plan: Plan | null) {
  const t = useTranslations("plans.answer");
  const say = usePhrase();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const sentence = (refusal: Refusal) =>
    say(plan === null ? { key: `refusal.${refusal.because}`, values: refusal.facts } : describeRefusal(plan, refusal));
  const run = async <Value>(act: () => Promise<ActionAnswer<Value>>, onDone: (value: Value) => void) => {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await act();
      if (answer.outcome === "done") onDone(answer.value);
      else setProblem(answer.outcome === "refused" ? sentence(answer.refusal) : t("unauthenticated"));
    } catch {
      setProblem(t("unavailable"));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
