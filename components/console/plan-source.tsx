"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { Lines } from "@/lib/domain/plan/plan";

/** The plan as written, with its line numbers; the stage's own lines are marked and in sight. */
export function PlanSource({ source, lines }: { source: string; lines: Lines }) {
  const t = useTranslations("console.source");
  const first = useRef<HTMLLIElement>(null);
  // The mark follows the stage: whoever opens the tab sees its lines without searching.
  useEffect(() => {
    if (lines.from > 0) first.current?.scrollIntoView({ block: "center" });
  }, [lines.from]);
  if (source === "") return <p className="py-6 text-ink-2">{t("none")}</p>;
  return (
    <ol className="py-3 font-mono text-xs leading-relaxed">
      {source.split("\n").map((text, index) => {
        const number = index + 1;
        const marked = number >= lines.from && number <= lines.to;
        return (
          <li
            key={number}
            ref={number === lines.from ? first : undefined}
            className={clsx("grid grid-cols-[3.2em_minmax(0,1fr)] gap-3", marked && "bg-active")}
          >
            <span className={clsx("select-none text-right", marked ? "text-accent" : "text-ink-3")}>{number}</span>
            <span className="whitespace-pre-wrap break-words">{text}</span>
          </li>
        );
      })}
    </ol>
  );
}
