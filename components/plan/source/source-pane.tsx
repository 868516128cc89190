"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { useSourceFocus } from "./source-focus";

/** What scrolls must be reachable by keyboard even where nothing in it can be pressed (WCAG 2.1.1). */
const KEYBOARD_SCROLLS = { tabIndex: 0 };

/** The document as it was written, numbered; the lines that are looked at are marked and in sight. */
export function SourcePane({ source, className }: { source: string; className?: string | undefined }) {
  const t = useTranslations("plans.source");
  const { lines } = useSourceFocus();
  const pane = useRef<HTMLElement>(null);
  const rows = useMemo(() => source.split(/\r\n|\r|\n/), [source]);
  useEffect(() => {
    const box = pane.current;
    const row = lines === null ? null : (box?.querySelector<HTMLElement>(`[data-line="${lines.from}"]`) ?? null);
    if (box === null || row === null) return;
    // Scrolls the pane alone: scrollIntoView would move the page under the reader as well.
    box.scrollTop += row.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 4;
  }, [lines]);
  return (
    <section
      ref={pane}
      aria-label={t("title")}
      {...KEYBOARD_SCROLLS}
      className={classNames(
        "overflow-y-auto bg-code py-2 font-mono text-xs focus-visible:-outline-offset-2",
        className,
      )}
    >
      {rows.map((text, index) => {
        const line = index + 1;
        const isShown = lines !== null && line >= lines.from && line <= lines.to;
        return (
          <div
            key={line}
            data-line={line}
            className={classNames(
              "flex border-l-2 pr-3 [contain-intrinsic-size:auto_1.25rem] [content-visibility:auto]",
              isShown ? "border-accent bg-active" : "border-transparent",
            )}
          >
            <span
              aria-hidden="true"
              className={classNames(
                "w-12 flex-none pr-3 text-right select-none",
                isShown ? "text-accent" : "text-ink-3",
              )}
            >
              {line}
            </span>
            <span className="min-w-0 flex-1 whitespace-pre-wrap wrap-anywhere text-code-ink">{text}</span>
          </div>
        );
      })}
    </section>
  );
}
