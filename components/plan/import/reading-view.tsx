"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Finding } from "@/lib/domain/plan/finding";
import type { Plan } from "@/lib/domain/plan/plan";
import { PlanDocument } from "../document/plan-document";
import { PlanFacts } from "../document/plan-facts";
import { FindingCounts, FindingList } from "../findings";
import { SourcePane } from "../source/source-pane";
import { type SavedPlanChoice, SaveForm } from "./save-form";

export type Reading = { source: string; plan: Plan | null; findings: Finding[] };

type ReadingViewProps = { reading: Reading; plans: SavedPlanChoice[]; planId: string | null };

/** What was read, beside what was written. */
export function ReadingView({ reading, plans, planId }: ReadingViewProps) {
  const t = useTranslations("plans");
  const { source, plan, findings } = reading;
  return (
    <div className="grid items-start gap-x-6 gap-y-5 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <SourcePane
        source={source}
        className="h-[calc(100dvh-2rem)] border-r border-line max-lg:order-last max-lg:h-[60dvh] max-lg:border lg:sticky lg:top-4"
      />
      <div className="min-w-0 space-y-5">
        {plan === null ? (
          <Notice tone="no-go" title={t("import.noPlan")} role="status">
            {t("import.noPlanNext")}
          </Notice>
        ) : (
          <>
            <header>
              <h2 className="text-xl font-bold">{plan.title}</h2>
              {plan.subtitle === null ? null : <p className="text-ink-2">{plan.subtitle}</p>}
              <PlanFacts plan={plan} />
            </header>
            <SaveForm plan={plan} source={source} plans={plans} planId={planId} />
          </>
        )}
        <section aria-labelledby="findings">
          <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line-strong pb-1">
            <h2 id="findings" className="text-lg font-bold">
              {t("finding.title")}
            </h2>
            <FindingCounts findings={findings} />
          </header>
          <FindingList findings={findings} />
        </section>
        {plan === null ? null : <PlanDocument plan={plan} />}
      </div>
    </div>
  );
}
