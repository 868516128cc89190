import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import { roleNames } from "@/components/ui/release/plan-words";
import { Shape } from "@/components/ui/shape";
import type { Plan, TriggerLevel } from "@/lib/domain/plan/plan";
import { LineRef } from "../source/line-ref";
import { Group, Part, Row } from "./part";

const LEVELS: { level: TriggerLevel; colour: string; shape: "octagon" | "triangle" }[] = [
  { level: "P0", colour: "text-critical", shape: "octagon" },
  { level: "P1", colour: "text-serious", shape: "triangle" },
];

export function TriggersPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans");
  if (plan.triggers.length === 0) return null;
  return (
    <Part id="triggers" title={t("part.triggers")} count={plan.triggers.length}>
      <div className="grid gap-x-10 gap-y-5 @2xl:grid-cols-2">
        {LEVELS.map(({ level, colour, shape }) => (
          <Group
            key={level}
            name={
              <span className={colour}>
                <Shape name={shape} /> {level}
              </span>
            }
            note={t(`triggers.${level}`)}
          >
            <ul>
              {plan.triggers
                .filter((trigger) => trigger.level === level)
                .map((trigger) => (
                  <Row key={trigger.id} lines={trigger.lines}>
                    {trigger.text}
                    {trigger.check === null ? null : (
                      <span className="ml-2 text-sm text-ink-3">{t("triggers.measurable")}</span>
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

export function RollbackPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans");
  const { rollback } = plan;
  if (rollback === null) return null;
  const rights = t("rollback.who", { roles: roleNames(plan, plan.rollbackers) });
  return (
    <Part
      id="rollback"
      title={t("part.rollback")}
      count={
        rollback.targetMin === null ? t("rollback.noTarget") : t("rollback.target", { minutes: rollback.targetMin })
      }
      lines={rollback.lines}
    >
      <p className="mb-2 text-ink-2">{rights}</p>
      <ol>
        {rollback.steps.map((step, index) => (
          <li key={step.id} className="border-b border-line py-2">
            <p className="mb-1 flex items-baseline gap-2.5">
              <span className="flex-none text-sm text-ink-3">{index + 1}</span>
              <span className="min-w-0 flex-1">
                {step.name}
                <span className="ml-2 text-sm text-ink-3">{roleNames(plan, step.owners)}</span>
              </span>
              <LineRef lines={step.lines} />
            </p>
            {step.commands === "" ? null : <CodeBlock text={step.commands} name={step.name} />}
          </li>
        ))}
      </ol>
    </Part>
  );
}

export function FollowupsPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans");
  if (plan.followups.length === 0) return null;
  return (
    <Part id="followups" title={t("part.followups")} count={plan.followups.length}>
      <div className="grid gap-x-10 gap-y-5 @2xl:grid-cols-2 @5xl:grid-cols-3">
        {plan.followups.map((followup) => (
          <Group key={followup.id} name={followup.name} note={followup.dueText} lines={followup.lines}>
            <ul>
              {followup.tasks.map((task) => (
                <Row key={task.lines.from} lines={task.lines}>
                  {task.text}
                </Row>
              ))}
            </ul>
          </Group>
        ))}
      </div>
    </Part>
  );
}

export function PlaybooksPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans");
  if (plan.playbooks.length === 0) return null;
  return (
    <Part id="playbooks" title={t("part.playbooks")} count={plan.playbooks.length}>
      <div className="space-y-6">
        {plan.playbooks.map((book) => (
          <Group
            key={book.id}
            name={book.name}
            note={book.recoveryMin === null ? undefined : t("playbooks.recovery", { minutes: book.recoveryMin })}
            lines={book.lines}
          >
            <p className="border-b border-line py-1.5">
              <span className="mr-2 text-sm text-ink-3">{t("playbooks.symptom")}</span>
              {book.symptom}
            </p>
            <ol>
              {book.steps.map((step, index) => (
                <li key={step.id} className="border-b border-line py-2">
                  <p className="mb-1 flex items-baseline gap-2.5">
                    <span className="flex-none text-sm text-ink-3">{index + 1}</span>
                    <span className="min-w-0 flex-1">{step.name}</span>
                    <LineRef lines={step.lines} />
                  </p>
                  {step.commands === "" ? null : <CodeBlock text={step.commands} name={step.name} />}
                </li>
              ))}
            </ol>
          </Group>
        ))}
      </div>
    </Part>
  );
}
