"use client";

import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Shape } from "@/components/ui/shape";
import { type StateTone, TONE_COLOUR, TONE_SHAPE } from "@/components/ui/state-mark";
import type { Finding, Severity } from "@/lib/domain/plan/finding";
import { useSourceFocus } from "./source/source-focus";

const TONES: Record<Severity, StateTone> = { error: "no-go", warning: "warning", info: "caution" };
const ORDER: Severity[] = ["error", "warning", "info"];

/** How many findings of each weight, as colour, shape and word. */
export function FindingCounts({ findings }: { findings: Finding[] }) {
  const t = useTranslations("plans.finding");
  if (findings.length === 0) return <span className="text-normal">{t("none")}</span>;
  return (
    <span className="inline-flex flex-wrap gap-x-4 gap-y-1">
      {ORDER.map((severity) => {
        const count = findings.filter((finding) => finding.severity === severity).length;
        if (count === 0) return null;
        return (
          <span
            key={severity}
            className={classNames("inline-flex items-baseline gap-1.5", TONE_COLOUR[TONES[severity]])}
          >
            <Shape name={TONE_SHAPE[TONES[severity]]} />
            {t(`count.${severity}`, { count })}
          </span>
        );
      })}
    </span>
  );
}

/** What the importer noticed, most serious first; each leads to its lines. */
export function FindingList({ findings }: { findings: Finding[] }) {
  const t = useTranslations("plans.finding");
  const locale = useLocale();
  const { lines, show } = useSourceFocus();
  const sorted = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return (
    <ul>
      {sorted.map((finding) => {
        const isShown = lines !== null && lines === finding.lines;
        return (
          <li key={`${finding.rule} ${finding.line} ${finding.message.en}`} className="border-b border-line">
            <button
              type="button"
              aria-pressed={isShown}
              onClick={() => show(finding.lines)}
              className={classNames(
                "flex w-full items-baseline gap-2.5 py-1.5 text-left hover:bg-active focus-visible:-outline-offset-2",
                isShown && "bg-active",
              )}
            >
              <span className={classNames("w-4 flex-none", TONE_COLOUR[TONES[finding.severity]])}>
                <Shape name={TONE_SHAPE[TONES[finding.severity]]} />
                <span className="sr-only">{t(`severity.${finding.severity}`)}</span>
              </span>
              <span className="min-w-0 flex-1 wrap-anywhere">
                {locale === "en" ? finding.message.en : finding.message.zh}
              </span>
              <span className="flex-none font-mono text-xs text-ink-3">
                {finding.line === 0 ? "" : `L${finding.line}`}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
