"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import type { PlanReading } from "@/lib/domain/plan/finding";
import { readDocument } from "./read-document";

/** How long one must have stopped typing. */
const pauseMs = 350;
/** How long to wait before asking again a server that did not answer. */
const againMs = 3_000;

export type Reading = PlanReading & { source: string };
type Problem = { detail: string | null };
export type ReadingState = {
  /** The last answer; of an earlier text while the newest is being read. */
  reading: Reading | null;
  /** Under way, or waiting for its turn. */
  busy: boolean;
  problem: Problem | null;
};

/** Reads a document again whenever it has changed; only the answer to the newest text counts. */
export function useReading(source: string): ReadingState {
  const locale = useLocale();
  const [reading, setReading] = useState<Reading | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isBlank = source.trim() === "";
  const isRead = reading?.source === source;
  useEffect(() => {
    setProblem(null);
    if (isBlank) setReading(null);
    if (isBlank || isRead) return;
    const asked = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const read = async () => {
      const answer = await readDocument(source, locale, asked.signal);
      if (asked.signal.aborted) return;
      if (answer.kind === "read") {
        setProblem(null);
        setReading({ source, ...answer.reading });
      }
      if (answer.kind === "later") timer = setTimeout(read, answer.afterMs);
      if (answer.kind === "failed") setProblem({ detail: answer.detail });
      if (answer.kind === "failed" && answer.detail === null) timer = setTimeout(read, againMs);
    };
    timer = setTimeout(read, pauseMs);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [source, locale, isBlank, isRead]);
  return { reading, busy: !isBlank && !isRead && problem === null, problem };
}
