import { useTranslations } from "next-intl";
import { roleNames } from "@/components/ui/release/plan-words";
import { Shape } from "@/components/ui/shape";
import type { Plan } from "@/lib/domain/plan/plan";
import { Group, Part, Row } from "./part";

export function ChecklistPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans");
  if (plan.sections.length === 0) return null;
  const items = plan.sections.reduce((sum, section) => sum + section.items.length, 0);
  return (
    <Part
      id="checklist"
      title={t("part.checklist")}
      count={t("checklist.count", { sections: plan.sections.length, items })}
    >
      <div className="gap-x-10 @2xl:columns-2">
        {plan.sections.map((section) => (
          <Group
            key={section.id}
            className="mb-6 break-inside-avoid"
            name={`${section.number ?? ""} ${section.name}`.trim()}
            note={
              section.ownersProposed
                ? t("checklist.proposed", { owners: roleNames(plan, section.owners) })
                : roleNames(plan, section.owners)
            }
            lines={section.lines}
          >
            <ul>
              {section.items.map((item) => (
                <Row key={item.id} lines={item.lines} mark={<Shape name="ring" />}>
                  {item.text}
                  {item.owners === undefined ? null : (
                    <span className="ml-2 text-sm text-ink-3">{roleNames(plan, item.owners)}</span>
                  )}
                </Row>
              ))}
            </ul>
          </Group>
        ))}
      </div>
    </Part>
  );
}
