import { useTranslations } from "next-intl";
import type { LabelledText, Plan } from "@/lib/domain/plan/plan";
import { LineRef } from "../source/line-ref";
import { Group, Part, Row } from "./part";

function LabelledRows({ rows }: { rows: LabelledText[] }) {
  return (
    <dl className="grid gap-x-10 @2xl:grid-cols-2">
      {rows.map((row) => (
        <div key={`${row.label} ${row.lines.from}`} className="flex items-baseline gap-4 border-b border-line py-1.5">
          <dt className="w-28 flex-none text-ink-3">{row.label}</dt>
          <dd className="flex min-w-0 flex-1 items-baseline gap-2.5">
            <span className="min-w-0 flex-1 wrap-anywhere">{row.text}</span>
            <LineRef lines={row.lines} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function InfoPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans.part");
  if (plan.info.rows.length === 0) return null;
  return (
    <Part id="info" title={t("info")} lines={plan.info.lines}>
      <LabelledRows rows={plan.info.rows} />
    </Part>
  );
}

/** What the document says about itself, and who has to approve it. */
export function DocumentPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans.part");
  if (plan.document.length === 0) return null;
  return (
    <Part id="document" title={t("document")}>
      <LabelledRows rows={plan.document} />
    </Part>
  );
}

export function GoalsPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans.part");
  if (plan.goals.length === 0) return null;
  return (
    <Part id="goals" title={t("goals")}>
      <div className="grid gap-x-10 gap-y-5 @2xl:grid-cols-2">
        {plan.goals.map((group) => (
          <Group key={group.name} name={group.name} lines={group.lines}>
            <ul>
              {group.goals.map((goal) => (
                <Row key={goal.lines.from} lines={goal.lines}>
                  {goal.text}
                </Row>
              ))}
            </ul>
          </Group>
        ))}
      </div>
    </Part>
  );
}
