"use client";

import { useTranslations } from "next-intl";
import { ProgressBar } from "@/components/ui/progress-bar";
import { checklistProgress } from "@/components/ui/release/checklist-progress";
import { roleNames } from "@/components/ui/release/plan-words";
import { useRelease } from "@/lib/queries/release/use-release";

/** The checklist at a glance: each section's owners and how far it is. */
export function SectionProgress() {
  const t = useTranslations("console.preparing");
  const { plan, state } = useRelease();
  if (plan.sections.length === 0) return null;
  return (
    <section aria-label={t("checklist")} className="pt-2">
      <h3 className="py-2 text-ink-3 text-sm">{t("checklist")}</h3>
      <ul className="grid grid-cols-2 gap-x-8 max-lg:grid-cols-1">
        {plan.sections.map((section) => {
          const { done, total } = checklistProgress([section], state);
          return (
            <li key={section.id} className="pb-3">
              <p className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 truncate">
                  {section.name} <span className="text-ink-3 text-sm">{roleNames(plan, section.owners)}</span>
                </span>
                <span className={done === total ? "text-normal" : "text-ink-2"}>
                  {done}/{total}
                </span>
              </p>
              <ProgressBar label={section.name} done={done} total={total} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
