import { useTranslations } from "next-intl";
import { Shape } from "@/components/ui/shape";
import type { Plan } from "@/lib/domain/plan/plan";
import { LineRef } from "../source/line-ref";
import { Group, Part, Row } from "./part";

export function WindowsPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans");
  if (plan.windows.length === 0) return null;
  return (
    <Part id="windows" title={t("part.windows")} count={plan.windows.length}>
      <ul>
        {plan.windows.map((window) => (
          <li
            key={window.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 border-b border-line py-1.5 @2xl:grid-cols-[7rem_minmax(0,1fr)_10rem_4.5rem]"
          >
            <span className="font-bold @max-2xl:col-span-2">{window.text}</span>
            <span className="min-w-0">{window.focus.join("、")}</span>
            <span className="text-ink-2 @max-2xl:order-last @max-2xl:col-span-2">{window.ownersText}</span>
            <LineRef lines={window.lines} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function CriteriaPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans");
  if (plan.criteria.length === 0) return null;
  const groups = [...new Set(plan.criteria.map(({ group }) => group))];
  return (
    <Part id="criteria" title={t("part.criteria")} count={plan.criteria.length}>
      <div className="grid gap-x-10 gap-y-5 @2xl:grid-cols-2">
        {groups.map((group) => (
          <Group key={group} name={group}>
            <ul>
              {plan.criteria
                .filter((criterion) => criterion.group === group)
                .map((criterion) => (
                  <Row key={criterion.id} lines={criterion.lines} mark={<Shape name="ring" />}>
                    {criterion.text}
                  </Row>
                ))}
            </ul>
          </Group>
        ))}
      </div>
      {plan.criteria.some(({ ticked }) => ticked) ? (
        <p className="mt-3 text-sm text-ink-3">{t("criteria.ticked")}</p>
      ) : null}
    </Part>
  );
}

export function ReviewPart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans");
  const { review } = plan;
  if (review === null) return null;
  const facts = [review.whenText, review.whoText, review.output].filter((fact) => fact !== null);
  return (
    <Part id="review" title={t("part.review")} count={facts.join(" · ")} lines={review.lines}>
      <div className="grid gap-x-10 gap-y-5 @2xl:grid-cols-2 @5xl:grid-cols-3">
        {review.agenda.map((item) => (
          <Group
            key={item.lines.from}
            name={item.name}
            note={item.minutes === null ? undefined : `${item.minutes} min`}
            lines={item.lines}
          >
            <ul>
              {item.topics.map((topic) => (
                <Row key={topic.lines.from} lines={topic.lines}>
                  {topic.text}
                </Row>
              ))}
            </ul>
          </Group>
        ))}
      </div>
    </Part>
  );
}

export function PeoplePart({ plan }: { plan: Plan }) {
  const t = useTranslations("plans");
  if (plan.contacts.length === 0 && plan.channels.length === 0) return null;
  const roleOf = (id: string) => plan.roles.find((role) => role.id === id)?.name ?? id;
  return (
    <Part id="people" title={t("part.people")} count={plan.contacts.length}>
      <ul>
        {plan.contacts.map((contact) => (
          <li
            key={contact.lines.from}
            className="grid grid-cols-[7rem_minmax(0,1fr)_auto] items-baseline gap-x-3 border-b border-line py-1.5 @2xl:grid-cols-[9rem_7rem_10rem_minmax(0,1fr)_4.5rem]"
          >
            <span className="text-ink-2">{roleOf(contact.role)}</span>
            <span className="font-bold">{contact.person}</span>
            <span className="@max-2xl:order-last @max-2xl:col-start-2">{contact.phone}</span>
            <span className="min-w-0 wrap-anywhere @max-2xl:order-last @max-2xl:col-start-2">{contact.email}</span>
            <LineRef lines={contact.lines} />
          </li>
        ))}
        {plan.channels.map((channel) => (
          <li
            key={channel.lines.from}
            className="grid grid-cols-[7rem_minmax(0,1fr)_auto] items-baseline gap-x-3 border-b border-line py-1.5 @2xl:grid-cols-[9rem_minmax(0,1fr)_4.5rem]"
          >
            <span className="text-ink-2">{channel.name}</span>
            <span className="min-w-0 wrap-anywhere">{channel.address}</span>
            <LineRef lines={channel.lines} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
