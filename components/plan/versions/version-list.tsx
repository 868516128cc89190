import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { formatDateTime } from "@/lib/i18n/format-time";
import { toLocale } from "@/lib/i18n/locale";

export type VersionRow = {
  planVersionId: string;
  number: number;
  version: string;
  message: string | null;
  createdBy: string;
  createdAt: number;
  hash: string;
};

type VersionListProps = {
  planId: string;
  versions: VersionRow[];
  shown: string;
  compared: string | null;
  timeZone: string;
};

/** Every version, the newest first; one is shown, another can be laid beside it. */
export function VersionList({ planId, versions, shown, compared, timeZone }: VersionListProps) {
  const t = useTranslations("plans.version");
  const locale = toLocale(useLocale()) ?? "zh-CN";
  return (
    <ol>
      {versions.map((one) => {
        const isShown = one.planVersionId === shown;
        return (
          <li
            key={one.planVersionId}
            className={classNames(
              "border-b border-l-2 border-b-line py-1.5 pl-3",
              isShown ? "border-l-accent" : "border-l-transparent",
            )}
          >
            <p className="flex items-baseline justify-between gap-3">
              <Link
                href={`/plans/${planId}?version=${one.planVersionId}`}
                aria-current={isShown ? "true" : undefined}
                className={classNames("min-w-0 hover:text-accent", isShown && "font-bold")}
              >
                {t("number", { number: one.number })} · {one.version}
              </Link>
              {isShown ? (
                <span className="text-sm text-ink-3">{t("shown")}</span>
              ) : (
                <Link
                  href={`/plans/${planId}?version=${shown}&compare=${one.planVersionId}`}
                  aria-current={one.planVersionId === compared ? "true" : undefined}
                  aria-label={t("compareWith", { number: one.number })}
                  className="inline-flex min-h-6 items-center text-sm text-standby hover:underline aria-[current]:text-ink-3"
                >
                  {t("compare")}
                </Link>
              )}
            </p>
            {one.message === null ? null : <p className="text-sm wrap-anywhere text-ink-2">{one.message}</p>}
            <p className="text-sm text-ink-3">
              {one.createdBy} · {formatDateTime(one.createdAt, timeZone, locale)} ·{" "}
              <span className="font-mono text-xs">{one.hash.slice(0, 8)}</span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
