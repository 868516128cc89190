"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { applyChange } from "@/lib/domain/plan/apply-change";
import type { ProposedChange } from "@/lib/domain/plan/finding";
import { useReading } from "@/lib/queries/plan/use-reading";
import { insertText } from "./insert-text";
import { isTooLarge, readFile } from "./read-file";

/** The document on the screen: what it says, what was read from it, and the ways in which it changes. */
export function useDocument(initial: string) {
  const t = useTranslations("plans.import");
  const locale = useLocale();
  const [source, setSource] = useState(initial);
  const [tooLarge, setTooLarge] = useState(false);
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const { reading, busy, problem } = useReading(tooLarge ? "" : source, locale);
  const write = (text: string) => {
    setFileProblem(null);
    setTooLarge(isTooLarge(text));
    setSource(text);
  };
  const take = async (file: File) => {
    const read = await readFile(file, locale);
    if (read.kind === "read") return write(read.text);
    // What was there before still stands, and is still read.
    setFileProblem(read.kind === "too-large" ? t("tooLarge") : (read.detail ?? t("unreachable")));
  };
  const apply = (change: ProposedChange) => {
    const next = applyChange(source, change);
    const area = document.querySelector<HTMLTextAreaElement>("#plan-source");
    if (area === null || area.value !== source || !insertText(area, next)) write(next);
  };
  const readingProblem = problem === null ? null : (problem.detail ?? t("unreachable"));
  return {
    ...{ source, write, apply, reading, busy },
    take: (file: File) => void take(file),
    problem: tooLarge ? t("tooLarge") : (fileProblem ?? readingProblem),
  };
}
