import { useLocale, useTranslations } from "next-intl";
import { StatusMark } from "@/components/ui/status-mark";
import type { Plan } from "@/lib/domain/plan/plan";
import { forecast } from "@/lib/domain/release/forecast";
import type { ReleaseState } from "@/lib/domain/release/state";
import { formatElapsed, formatLate } from "@/lib/i18n/format-duration";
import { formatDateTime, formatWindow, formatZone } from "@/lib/i18n/format-time";
import { toLocale } from "@/lib/i18n/locale";

export type ReportSubject = { releaseId: string; plan: Plan; state: ReleaseState; serverNow: number };

/** What the night was to be, and what became of it. */
export function ReportHead({ plan, state, serverNow }: ReportSubject) {
  const t = useTranslations("report");
  const locale = toLocale(useLocale()) ?? "zh-CN";
  const { timeZone } = plan;
  const { windowStart, windowEnd } = forecast(plan, state, serverNow);
  const { started, completed, ended, rollback, clock } = state;
  const moment = (at: number) => formatDateTime(at, timeZone, locale);
  const end = completed ?? rollback.completed ?? ended;
  const startLate = started === null ? "" : ` (${formatLate(started.releaseAt - windowStart)})`;
  const facts: [string, string][] = [
    [
      t("head.planned"),
      windowEnd === null
        ? moment(windowStart)
        : `${formatWindow(windowStart, windowEnd, timeZone, locale)} ${formatZone(windowStart, timeZone, locale)}`,
    ],
    [t("head.started"), started === null ? t("head.notStarted") : `${moment(started.releaseAt)}${startLate}`],
    [
      t(completed === null && rollback.completed !== null ? "head.rolledBack" : "head.completed"),
      end === null ? t("head.notYet") : moment(end.releaseAt),
    ],
    [t("head.took"), started === null || end === null ? "–" : formatElapsed(end.releaseAt - started.releaseAt)],
    [t("head.traffic"), t("head.share", { share: state.traffic.wanted })],
    ...(clock.mode === "rehearsal"
      ? [[t("head.rehearsal"), t("head.speed", { speed: clock.speed })] satisfies [string, string]]
      : []),
    [t("head.created"), `${state.created.by.name} · ${moment(state.created.at)}`],
  ];
  return (
    <header>
      <p className="text-sm text-ink-3">{t("title")}</p>
      <h1 className="flex flex-wrap items-baseline gap-x-4 text-2xl font-bold">
        {plan.info.version}
        <span className="text-lg font-normal text-ink-2">{plan.subtitle ?? plan.title}</span>
        <span className="text-base font-normal">
          <StatusMark status={state.status} />
        </span>
      </h1>
      <dl className="mt-4 grid gap-x-10 md:grid-cols-2 print:grid-cols-2">
        {facts.map(([name, text]) => (
          <div key={name} className="flex items-baseline gap-4 border-b border-line py-1.5">
            <dt className="w-28 flex-none text-ink-3">{name}</dt>
            <dd className="min-w-0 flex-1">{text}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
