import { useLocale, useTranslations } from "next-intl";
import { instantOf } from "@/lib/domain/plan/local-time";
import type { Plan } from "@/lib/domain/plan/plan";
import { formatWindow, formatZone } from "@/lib/i18n/format-time";
import { toLocale } from "@/lib/i18n/locale";

/** The release in one line: version, window with its zone, what kind, how far back. */
export function PlanFacts({ plan }: { plan: Plan }) {
  const t = useTranslations("plans.facts");
  const locale = toLocale(useLocale()) ?? "zh-CN";
  const { info, timeZone } = plan;
  const start = info.window === null ? null : instantOf(info.window.start, timeZone);
  const end = info.window === null ? null : instantOf(info.window.end, timeZone);
  const facts = [
    { name: t("version"), text: info.version },
    {
      name: t("window"),
      text:
        start === null || end === null
          ? t("noWindow")
          : `${formatWindow(start, end, timeZone, locale)} ${formatZone(start, timeZone, locale)}`,
    },
    ...(info.rollbackable?.withinMin == null
      ? []
      : [{ name: t("rollback"), text: t("within", { minutes: info.rollbackable.withinMin }) }]),
    ...(info.downtime === null ? [] : [{ name: t("downtime"), text: info.downtime.text }]),
  ];
  return (
    <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-2">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt className="text-sm text-ink-3">{fact.name}</dt>
          <dd>{fact.text}</dd>
        </div>
      ))}
    </dl>
  );
}
