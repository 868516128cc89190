import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { StatusMark } from "@/components/ui/status-mark";
import type { Finding } from "@/lib/domain/plan/finding";
import { formatDateTime } from "@/lib/i18n/format-time";
import { toLocale } from "@/lib/i18n/locale";
import { FindingCounts } from "./findings/finding-counts";
import type { PlanRelease } from "./release-list";

export type PlanTableRow = {
  planId: string;
  title: string;
  version: string;
  versions: number;
  changedAt: number;
  changedBy: string;
  findings: Finding[];
  releases: PlanRelease[];
};

/** No plan stands behind a list of plans: its times are shown where the product is at home. */
const TIME_ZONE = "Asia/Shanghai";

/** Plans between hairlines: what they are, what was noticed in them, what ran of them. */
export function PlanTable({ rows }: { rows: PlanTableRow[] }) {
  const t = useTranslations("plans.list");
  const mode = useTranslations("common.mode");
  const locale = toLocale(useLocale()) ?? "zh-CN";
  return (
    <ul className="border-t border-line-strong">
      {rows.map((row) => {
        const [newest] = row.releases;
        return (
          <li
            key={row.planId}
            className="grid items-baseline gap-x-6 gap-y-1 border-b border-line py-3 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)_minmax(0,1fr)]"
          >
            <div className="min-w-0">
              <Link href={`/plans/${row.planId}`} className="text-lg font-bold hover:text-accent">
                {row.version}
                <span className="ml-3 font-normal">{row.title}</span>
              </Link>
              <p className="text-sm text-ink-3">
                {t("changed", {
                  versions: row.versions,
                  who: row.changedBy,
                  at: formatDateTime(row.changedAt, TIME_ZONE, locale),
                })}
              </p>
            </div>
            <div>
              <FindingCounts findings={row.findings} />
            </div>
            <div className="flex flex-wrap items-baseline gap-x-4">
              {newest === undefined ? (
                <span className="text-ink-3">{t("neverRun")}</span>
              ) : (
                <>
                  <span>{t("releases", { count: row.releases.length })}</span>
                  <Link href={`/releases/${newest.releaseId}`} className="inline-flex gap-2 hover:text-accent">
                    <span className={newest.mode === "rehearsal" ? "text-rehearsal" : "text-ink-2"}>
                      {mode(newest.mode)}
                    </span>
                    <StatusMark status={newest.status} />
                  </Link>
                </>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
