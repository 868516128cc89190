"use client";

import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import type { Lines } from "@/lib/domain/plan/plan";
import { useSourceFocus } from "./source-focus";

/** Where a part stands in the document; pressing it shows the place. */
export function LineRef({ lines, className }: { lines: Lines; className?: string | undefined }) {
  const t = useTranslations("plans.source");
  const { lines: shown, show } = useSourceFocus();
  if (lines.from === 0) return null;
  const isShown = shown !== null && shown.from === lines.from && shown.to === lines.to;
  const text = lines.from === lines.to ? `L${lines.from}` : `L${lines.from}–${lines.to}`;
  return (
    <button
      type="button"
      aria-label={t("show", { from: lines.from, to: lines.to })}
      aria-pressed={isShown}
      data-lines={`${lines.from}-${lines.to}`}
      onClick={() => show(lines)}
      className={classNames(
        "inline-flex min-h-6 min-w-6 flex-none items-center justify-end font-mono text-xs whitespace-nowrap hover:text-accent print:hidden",
        isShown ? "text-accent" : "text-ink-3",
        className,
      )}
    >
      {text}
    </button>
  );
}
