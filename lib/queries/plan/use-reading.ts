"use client";

import { useEffect, useState } from "react";
import type { PlanReading } from "@/lib/domain/plan/finding";
import { askAgain } from "./ask-again";
import { postForReading } from "./post-for-reading";

/** How long one must have stopped typing. */
const pauseMs = 350;

export type Reading = PlanReading & { source: string };
type Problem = { detail: string | null };
export type ReadingState = {
  /** The last answer; of an earlier text while the newest is being read. */
  reading: Reading | null;
  /** Under way, or waiting for its turn. */
  busy: boolean;
  problem: Problem | null;
};

/** Reads a document again whenever it has changed; only the answer to the newest text counts. `locale`: the language of refusals. */
export function useReading(source: string, locale: string): ReadingState {
  const [reading, setReading] = useState<Reading | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isBlank = source.trim() === "";
  const isRead = reading?.source === source;
  useEffect(() => {
    setProblem(null);
    if (isBlank) setReading(null);
    if (isBlank || isRead) return;
    const asking = { locale, type: "text/markdown" };
    return askAgain({
      pauseMs,
      ask: (signal) => postForReading<PlanReading>("/api/v1/plans/import?dryRun=true", source, { ...asking, signal }),
      onRead: (read) => {
        setProblem(null);
        setReading({ source, ...read });
      },
      onFailed: (detail) => setProblem({ detail }),
    });
  }, [source, locale, isBlank, isRead]);
  return { reading, busy: !isBlank && !isRead && problem === null, problem };
}
