"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ProgressBar } from "@/components/ui/progress-bar";
import { checklistProgress } from "@/components/ui/release/checklist-progress";
import { signersOf } from "@/lib/domain/plan/item-owners";
import type { ChecklistSection } from "@/lib/domain/plan/plan";
import { rolesHeldBy } from "@/lib/domain/release/waiting";
import { useRelease } from "@/lib/queries/release/use-release";
import { ChecklistSectionPart } from "./checklist-section";
import { type Filter, FilterChoice } from "./filter-choice";

/** Everything that must be true before the night, section by section; what is mine to sign comes first. */
export function Checklist() {
  const t = useTranslations("checklist");
  const { plan, state, viewer } = useRelease();
  const [filter, setFilter] = useState<Filter>("all");
  const held = viewer === null ? new Map() : rolesHeldBy(plan, state, viewer.person);
  const isMine = (section: ChecklistSection) => signersOf(plan, section).some((owner) => held.has(owner));
  const mine = plan.sections.filter(isMine);
  const others = plan.sections.filter((section) => !isMine(section));
  const { done, total, waived } = checklistProgress(plan.sections, state);
  if (total === 0) return <p className="py-6 text-ink-2">{t("none")}</p>;
  return (
    <div className="pb-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
        <p className="text-ink-2">
          <b className="text-ink text-lg">
            {done} / {total}
          </b>{" "}
          {t("done")}
          {waived === 0 ? null : <span className="text-serious"> · {t("waivedCount", { count: waived })}</span>}
        </p>
        <FilterChoice value={filter} onChange={setFilter} />
      </div>
      <ProgressBar label={t("progress")} done={done} total={total} />
      {mine.length === 0 ? null : <h2 className="pt-5 font-bold text-md">{t("mine")}</h2>}
      {mine.map((section) => (
        <ChecklistSectionPart key={section.id} section={section} filter={filter} />
      ))}
      {others.length === 0 ? null : (
        <h2 className={mine.length === 0 ? "sr-only" : "pt-7 font-bold text-md"}>{t("others")}</h2>
      )}
      {others.map((section) => (
        <ChecklistSectionPart key={section.id} section={section} filter={filter} />
      ))}
    </div>
  );
}
