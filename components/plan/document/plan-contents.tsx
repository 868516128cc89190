import { useTranslations } from "next-intl";
import type { Plan } from "@/lib/domain/plan/plan";
import type { PartId } from "./part";

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** The parts that this plan has, with how much stands in each. */
function partsOf(plan: Plan): { id: PartId; count: number }[] {
  const parts: { id: PartId; count: number }[] = [
    { id: "info", count: plan.info.rows.length },
    { id: "goals", count: sum(plan.goals.map(({ goals }) => goals.length)) },
    { id: "canary", count: plan.canary.length },
    { id: "blueGreen", count: plan.blueGreen === null ? 0 : 1 },
    { id: "checklist", count: sum(plan.sections.map(({ items }) => items.length)) },
    { id: "timeline", count: plan.stages.length },
    { id: "steps", count: sum(plan.stepGroups.map(({ steps }) => steps.length)) },
    { id: "triggers", count: plan.triggers.length },
    { id: "rollback", count: plan.rollback?.steps.length ?? 0 },
    { id: "followups", count: plan.followups.length },
    { id: "playbooks", count: plan.playbooks.length },
    { id: "bindings", count: plan.bindings.length },
    { id: "windows", count: plan.windows.length },
    { id: "criteria", count: plan.criteria.length },
    { id: "review", count: plan.review?.agenda.length ?? 0 },
    { id: "people", count: plan.contacts.length },
    { id: "document", count: plan.document.length },
  ];
  return parts.filter(({ count }) => count > 0);
}

/** Where to find what in the plan below. */
export function PlanContents({ plan }: { plan: Plan }) {
  const t = useTranslations("plans");
  return (
    <nav aria-label={t("contents")} className="text-sm">
      <ul>
        {partsOf(plan).map(({ id, count }) => (
          <li key={id}>
            <a
              href={`#part-${id}`}
              className="flex min-h-7 items-center justify-between gap-3 text-ink-2 hover:text-ink"
            >
              {t(`part.${id}`)}
              <span className="text-ink-3">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
