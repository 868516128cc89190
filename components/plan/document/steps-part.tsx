import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import type { Plan, StepGroup } from "@/lib/domain/plan/plan";
import { LineRef } from "../source/line-ref";
import { Group, Part, Row } from "./part";

function StepGroupRows({ plan, group }: { plan: Plan; group: StepGroup }) {
  const t = useTranslations("plans.steps");
  const stages = plan.stages.filter((stage) => stage.stepGroups.includes(group.number)).map(({ name }) => name);
  return (
    <Group
      name={`${group.number} · ${group.name}`}
      note={stages.length === 0 ? t("unbound") : t("serves", { stages: stages.join(" · ") })}
      lines={group.lines}
    >
      <ol>
        {group.steps.map((step) => (
          <li key={step.id} className="border-b border-line py-2">
            <p className="mb-1 flex items-baseline gap-2.5">
              <span className="flex-none text-sm text-ink-3">{step.id.slice("step:".length)}</span>
              <span className="min-w-0 flex-1">{step.name}</span>
              <LineRef lines={step.lines} />
            </p>
            {step.commands === "" ? null : <CodeBlock text={step.commands} name={step.name} />}
          </li>
        ))}
      </ol>
      {group.notes.length === 0 ? null : (
        <div className="mt-2">
          <h4 className="text-sm text-ink-3">{t("notes")}</h4>
          <ul>
            {group.notes.map((note) => (
              <Row key={note.lines.from} lines={note.lines}>
                <span className="text-ink-2">{note.text}</span>
              </Row>
            ))}
          </ul>
        </div>
      )}
    </Group>
  );
}

export function StepsPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans");
  if (plan.stepGroups.length === 0) return null;
  const steps = plan.stepGroups.reduce((sum, group) => sum + group.steps.length, 0);
  return (
    <Part id="steps" title={t("part.steps")} count={t("steps.count", { groups: plan.stepGroups.length, steps })}>
      <div className="space-y-6">
        {plan.stepGroups.map((group) => (
          <StepGroupRows key={group.number} plan={plan} group={group} />
        ))}
      </div>
    </Part>
  );
}
