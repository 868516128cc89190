import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { StatusMark } from "@/components/ui/status-mark";
import { TrafficBar } from "@/components/ui/traffic-bar";
import type { ReleaseOverview } from "@/lib/domain/release/overview";
import { formatElapsed } from "@/lib/i18n/format-duration";
import { formatClock, formatDateTime, formatHourMinute, formatZone } from "@/lib/i18n/format-time";
import { toLocale } from "@/lib/i18n/locale";
import { StageRibbon } from "./stage-ribbon";

const MINUTE_MS = 60_000;
const LINK = "inline-flex min-h-7 items-center text-standby hover:underline max-sm:min-h-12";

/** One release at a glance: state, stage, late, traffic, and the ways into it. */
export function ReleaseRow({ release }: { release: ReleaseOverview }) {
  const t = useTranslations("home");
  const isPreparing = release.status === "preparing";
  return (
    <li className="border-b border-line py-4">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Link href={`/releases/${release.releaseId}`} className="text-lg font-bold hover:text-accent">
          {release.version}
          <span className="ml-2.5 text-base font-normal text-ink-2">{release.title}</span>
        </Link>
        {release.mode === "rehearsal" ? (
          <span className="border border-rehearsal px-1.5 text-rehearsal">
            {t("rehearsal", { speed: release.speed })}
          </span>
        ) : null}
        <StatusMark status={release.status} />
        <Lateness release={release} />
        <span className="ml-auto text-lg max-sm:ml-0">
          {isPreparing ? null : formatClock(release.now, release.timeZone)}
        </span>
      </div>
      <div className="mt-3">
        <StageRibbon stages={release.stages} label={stageText(release, t)} />
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-1">
        <span className="min-w-0">{isPreparing ? <Preparation release={release} /> : stageText(release, t)}</span>
        <Traffic release={release} />
        <span className="ml-auto flex flex-wrap gap-x-5 max-sm:ml-0">
          <Link href={`/releases/${release.releaseId}`} className={LINK}>
            {t("link.console")}
          </Link>
          <Link href={`/releases/${release.releaseId}/checklist`} className={LINK}>
            {t("link.checklist")}
          </Link>
          <Link href={`/wall/${release.releaseId}`} className={LINK}>
            {t("link.wall")}
          </Link>
          <Link href={`/releases/${release.releaseId}/report`} className={LINK}>
            {t("link.report")}
          </Link>
        </span>
      </div>
    </li>
  );
}

function stageText(release: ReleaseOverview, t: ReturnType<typeof useTranslations<"home">>): string {
  const { stage, stages } = release;
  if (stage === null) return t(`stage.${release.status === "rolling_back" ? "rolling" : "over"}`);
  const values = { order: stage.order, of: stages.length, name: stage.name };
  return stage.isCurrent ? t("stage.current", values) : t("stage.next", values);
}

function Preparation({ release }: { release: ReleaseOverview }) {
  const t = useTranslations("home");
  const locale = toLocale(useLocale()) ?? "zh-CN";
  const { items, startsAt, timeZone } = release;
  return (
    <>
      {t("items", items)}
      {release.mode === "rehearsal"
        ? ` · ${t("created", { who: release.createdBy, at: formatDateTime(release.createdAt, timeZone, locale) })}`
        : ` · ${t("startsAt", {
            at: formatDateTime(startsAt, timeZone, locale),
            zone: formatZone(startsAt, timeZone, locale),
          })}`}
    </>
  );
}

function Lateness({ release }: { release: ReleaseOverview }) {
  const t = useTranslations("home");
  const { lateMs, overrunMs, endsAt, timeZone } = release;
  if (release.status === "preparing" || release.status === "observing" || endsAt === null) return null;
  const isLate = lateMs >= MINUTE_MS;
  return (
    <span className={isLate || overrunMs > 0 ? "text-serious" : "text-ink-2"}>
      {isLate ? `${t("late", { span: formatElapsed(lateMs) })} · ` : ""}
      {t("endsAt", { at: formatHourMinute(endsAt, timeZone) })}
      {overrunMs >= MINUTE_MS ? ` · ${t("overrun", { span: formatElapsed(overrunMs) })}` : ""}
    </span>
  );
}

function Traffic({ release }: { release: ReleaseOverview }) {
  const t = useTranslations("home");
  if (release.status === "preparing") return null;
  const { share, unconfirmedShare } = release;
  const words = unconfirmedShare === null ? t("share", { share }) : t("shareUnconfirmed", { share });
  return (
    <span className="inline-flex items-center gap-2.5">
      <span className="inline-block w-24">
        <TrafficBar wanted={share} unconfirmed={unconfirmedShare} label={t("traffic", { share })} />
      </span>
      <span className={unconfirmedShare === null ? "text-new" : "text-ink-2"}>{words}</span>
    </span>
  );
}
