import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { StatusMark } from "@/components/ui/status-mark";
import type { ReleaseMode, ReleaseStatus } from "@/lib/domain/release/state";
import { formatDateTime } from "@/lib/i18n/format-time";
import { toLocale } from "@/lib/i18n/locale";

export type PlanRelease = {
  releaseId: string;
  version: string;
  mode: ReleaseMode;
  status: ReleaseStatus;
  startsAt: number;
  createdAt: number;
};

/** Runs of this plan, the newest first. */
export function PlanReleases({ releases, timeZone }: { releases: PlanRelease[]; timeZone: string }) {
  const t = useTranslations();
  const locale = toLocale(useLocale()) ?? "zh-CN";
  if (releases.length === 0) return <p className="text-ink-2">{t("plans.noReleases")}</p>;
  return (
    <ul>
      {releases.map((release) => (
        <li key={release.releaseId} className="border-b border-line py-1.5">
          <p className="flex items-baseline justify-between gap-3">
            <Link href={`/releases/${release.releaseId}`} className="min-w-0 hover:text-accent">
              {release.version} ·{" "}
              <span className={release.mode === "rehearsal" ? "text-rehearsal" : undefined}>
                {t(`common.mode.${release.mode}`)}
              </span>
            </Link>
            <StatusMark status={release.status} />
          </p>
          <p className="text-sm text-ink-3">
            {release.mode === "live"
              ? formatDateTime(release.startsAt, timeZone, locale)
              : t("plans.createdAt", { at: formatDateTime(release.createdAt, timeZone, locale) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
