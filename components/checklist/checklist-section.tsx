"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { checklistProgress } from "@/components/ui/release/checklist-progress";
import { roleNames } from "@/components/ui/release/plan-words";
import type { ChecklistSection } from "@/lib/domain/plan/plan";
import { useRelease } from "@/lib/queries/release/use-release";
import type { Filter } from "./filter-choice";
import { ItemRow } from "./item-row";

/** One section with its owners and how far it is. */
export function ChecklistSectionPart({ section, filter }: { section: ChecklistSection; filter: Filter }) {
  const t = useTranslations("checklist");
  const { plan, state } = useRelease();
  const { done, total } = checklistProgress([section], state);
  const people = section.owners.flatMap((owner) => state.roles[owner]?.person.name ?? []);
  const items = section.items.filter((item) => filter === "all" || state.items[item.id]?.status === "open");
  if (items.length === 0) return null;
  return (
    <section aria-label={section.name} className="pt-4">
      <header className="flex items-baseline justify-between gap-4 border-line-strong border-b pb-1.5">
        <h3 className="min-w-0 text-ink-2">
          {section.number === null ? null : <span className="text-ink-3">{section.number} </span>}
          <span className="text-ink">{section.name}</span>
          <span className="text-sm">
            {" · "}
            {roleNames(plan, section.owners)}
            {people.length === 0 ? "" : ` · ${people.join(" · ")}`}
            {section.ownersProposed ? ` · ${t("proposed")}` : ""}
          </span>
        </h3>
        <span className={clsx("shrink-0", done === total ? "text-normal" : "text-ink-2")}>
          {done} / {total}
        </span>
      </header>
      <ul>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}
