"use client";

import { useEffect, useState } from "react";
import type { Plan } from "@/lib/domain/plan/plan";
import type { PlanDraft, WordedPart } from "@/lib/plan-text/draft-plan";
import { askAgain } from "./ask-again";
import { postForReading } from "./post-for-reading";

/** How long one must have stopped typing. */
const pauseMs = 600;

export type Draft = PlanDraft & { of: Plan };
export type DraftState = { draft: Draft | null; busy: boolean; problem: { detail: string | null } | null };

type Drafting = { plan: Plan; worded: readonly WordedPart[]; locale: string };

/** Has an edited plan written and read on the server whenever it has changed; only the newest edit's answer counts. */
export function useDraft({ plan, worded, locale }: Drafting): DraftState {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [problem, setProblem] = useState<{ detail: string | null } | null>(null);
  const isRead = draft?.of === plan;
  const parts = worded.join(" ");
  useEffect(() => {
    setProblem(null);
    if (isRead) return;
    const edit = { plan, worded: parts.split(" ") };
    return askAgain({
      pauseMs,
      ask: (signal) => postForReading<PlanDraft>("/api/v1/plans/drafts", JSON.stringify(edit), { locale, signal }),
      onRead: (read) => {
        setProblem(null);
        setDraft({ ...read, of: plan });
      },
      onFailed: (detail) => setProblem({ detail }),
    });
  }, [plan, parts, locale, isRead]);
  return { draft, busy: !isRead && problem === null, problem };
}
