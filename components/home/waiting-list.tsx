import Link from "next/link";
import { useTranslations } from "next-intl";
import { Shape } from "@/components/ui/shape";
import type { WaitingRelease } from "@/lib/contracts/overview";

/** What waits for the one who looks, release by release; every line leads to where it is done. */
export function WaitingList({ waiting }: { waiting: WaitingRelease[] }) {
  const t = useTranslations("home.waiting");
  const mode = useTranslations("common.mode");
  if (waiting.length === 0) return <p className="py-2 text-ink-2">{t("nothing")}</p>;
  return (
    <ul>
      {waiting.map(({ releaseId, version, mode: kind, entries }) => (
        <li key={releaseId} className="pb-4">
          <p className="flex items-baseline gap-2.5 border-b border-line-strong py-1.5 text-sm">
            <span>{version}</span>
            <span className={kind === "rehearsal" ? "text-rehearsal" : "text-ink-3"}>{mode(kind)}</span>
          </p>
          <ul>
            {entries.map((entry) => (
              <li key={`${entry.kind} ${entry.title} ${entry.role}`} className="border-b border-line">
                <Link
                  href={entry.kind === "item" ? `/releases/${releaseId}/checklist` : `/releases/${releaseId}`}
                  className="flex min-h-11 items-baseline gap-2.5 py-2 hover:bg-active focus-visible:-outline-offset-2 max-sm:min-h-12"
                >
                  <span className="flex-none text-caution">
                    <Shape name="ring" />
                  </span>
                  <span className="min-w-0 flex-1">
                    <span className="block wrap-anywhere">
                      {entry.count > 1
                        ? t(`many.${entry.kind}`, { count: entry.count })
                        : t(`one.${entry.kind}`, { title: entry.title })}
                    </span>
                    <span className="block text-sm text-ink-3">
                      {entry.role}
                      {entry.substitute ? ` · ${t("substitute")}` : ""}
                    </span>
                  </span>
                  <span aria-hidden="true" className="text-ink-3">
                    →
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
