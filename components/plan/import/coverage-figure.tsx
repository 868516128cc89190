"use client";

import { useTranslations } from "next-intl";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Coverage } from "@/lib/domain/plan/finding";

/** How much of the document became part of the plan. Rounded down: 100 % is said only when it is true. */
export function CoverageFigure({ coverage }: { coverage: Coverage }) {
  const t = useTranslations("plans.import");
  const { nonBlank, accountedFor } = coverage;
  const percent = nonBlank === 0 ? 0 : Math.floor((accountedFor / nonBlank) * 100);
  return (
    <div>
      <p className="flex items-baseline gap-2.5">
        <span className="text-3xl leading-none">
          {percent}
          <span className="ml-1 text-lg text-ink-2">%</span>
        </span>
        <span className="text-sm text-ink-2">{t("coverage", { lines: nonBlank })}</span>
      </p>
      <div className="mt-2">
        <ProgressBar
          label={t("coverageLabel")}
          done={accountedFor}
          total={nonBlank}
          text={t("coverageText", { percent, done: accountedFor, lines: nonBlank })}
        />
      </div>
    </div>
  );
}
