import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { StatusMark } from "@/components/ui/status-mark";
import type { EndedRelease } from "@/lib/contracts/overview";
import { formatDate } from "@/lib/i18n/format-time";
import { toLocale } from "@/lib/i18n/locale";

/** What is over, with its report. */
export function PastReleases({ releases }: { releases: EndedRelease[] }) {
  const t = useTranslations("home");
  const mode = useTranslations("common.mode");
  const locale = toLocale(useLocale()) ?? "zh-CN";
  return (
    <ul>
      {releases.map((release) => (
        <li
          key={release.releaseId}
          className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-b border-line py-1.5"
        >
          <span className="w-36 flex-none text-ink-3">{formatDate(release.createdAt, "Asia/Shanghai", locale)}</span>
          <Link href={`/releases/${release.releaseId}`} className="min-w-0 flex-1 hover:text-accent max-sm:basis-full">
            {release.version}
            <span className="ml-2.5 text-ink-2">{release.planTitle}</span>
          </Link>
          <span className={release.mode === "rehearsal" ? "text-rehearsal" : "text-ink-3"}>{mode(release.mode)}</span>
          <span className="w-20">
            <StatusMark status={release.status} />
          </span>
          <Link
            href={`/releases/${release.releaseId}/report`}
            className="inline-flex min-h-6 items-center text-standby hover:underline max-sm:min-h-12"
          >
            {t("link.report")}
          </Link>
        </li>
      ))}
    </ul>
  );
}
