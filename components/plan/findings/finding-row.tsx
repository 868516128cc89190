"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Shape } from "@/components/ui/shape";
import { TONE_COLOUR, TONE_SHAPE } from "@/components/ui/state-mark";
import type { Finding } from "@/lib/domain/plan/finding";
import { useSourceFocus } from "../source/source-focus";
import { SEVERITY_TONE } from "./finding-kinds";

/** What somebody has said about a finding dims it: it is dealt with. */
type FindingRowProps = {
  finding: Finding;
  isSettled?: boolean | undefined;
  onShow?: ((finding: Finding) => void) | undefined;
  children?: ReactNode | undefined;
};

/** One finding: how grave, what it says, where; pressing it shows its lines. What can be done about it stands below. */
export function FindingRow({ finding, isSettled, onShow, children }: FindingRowProps) {
  const t = useTranslations("plans.finding");
  const locale = useLocale();
  const { lines, show } = useSourceFocus();
  const { severity, message, line } = finding;
  const isShown = lines !== null && lines.from <= finding.lines.to && finding.lines.from <= lines.to;
  const colour = isSettled === true ? "text-off" : TONE_COLOUR[SEVERITY_TONE[severity]];
  return (
    <li
      data-finding={`${finding.lines.from}-${finding.lines.to}`}
      className={classNames(
        "border-b border-l-2 border-b-line",
        isShown ? "border-l-accent bg-active" : "border-l-transparent",
      )}
    >
      <button
        type="button"
        aria-pressed={isShown}
        onClick={() => {
          show(finding.lines, "finding");
          onShow?.(finding);
        }}
        className="flex w-full items-baseline gap-2 px-2 py-1.5 text-left hover:bg-active focus-visible:-outline-offset-2"
      >
        <span className={classNames("w-4 flex-none", colour)}>
          <Shape name={isSettled === true ? "tick" : TONE_SHAPE[SEVERITY_TONE[severity]]} />
          <span className="sr-only">{t(`severity.${severity}`)}</span>
        </span>
        <span className={classNames("min-w-0 flex-1 wrap-anywhere", isSettled === true && "text-ink-2")}>
          {locale === "en" ? message.en : message.zh}
        </span>
        <span className="flex-none font-mono text-xs text-ink-3">{line === 0 ? "" : `L${line}`}</span>
      </button>
      {children === undefined || children === null ? null : <div className="pr-2 pb-2 pl-8">{children}</div>}
    </li>
  );
}
