"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ProposedChange } from "@/lib/domain/plan/finding";

type ProposedChangeProps = { change: ProposedChange; source: string; onApply: () => void };

/** What the document would say instead, and the press that makes it say so. */
export function ProposedChangeView({ change, source, onApply }: ProposedChangeProps) {
  const t = useTranslations("plans.finding");
  const { from, to } = change.lines;
  const before = source.split(/\r\n|\r|\n/).slice(from - 1, to);
  return (
    <div className="space-y-1.5">
      <div className="overflow-hidden border-l-2 border-line-strong bg-code px-2 py-1 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
        {before.length === 0 ? null : <del className="block text-ink-3">{before.join("\n")}</del>}
        {change.text === "" ? (
          <span className="block text-ink-2">{t("removed")}</span>
        ) : (
          <ins className="block text-code-ink no-underline">{change.text}</ins>
        )}
      </div>
      <Button size="small" onClick={onApply}>
        {from > to ? t("insert") : t("apply")}
      </Button>
    </div>
  );
}
