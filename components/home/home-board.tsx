import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Overview } from "@/lib/contracts/overview";
import { PastReleases } from "./past-releases";
import { ReleaseRow } from "./release-row";
import { WaitingList } from "./waiting-list";

function Board({ id, title, count, children }: { id: string; title: string; count?: number; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="pb-8">
      <h2 id={id} className="flex items-baseline gap-2.5 border-b border-line-strong pb-1.5 text-lg font-bold">
        {title}
        {count === undefined || count === 0 ? null : <span className="text-sm font-normal text-ink-3">{count}</span>}
      </h2>
      {children}
    </section>
  );
}

/** What runs, what is next, what is over; beside it what waits for the one who looks. */
export function HomeBoard({ overview }: { overview: Overview }) {
  const t = useTranslations("home");
  const { running, next, waiting, over } = overview;
  const mine = waiting.reduce((sum, { entries }) => sum + entries.reduce((all, { count }) => all + count, 0), 0);
  return (
    <div className="grid items-start gap-x-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0 max-lg:order-last">
        <Board id="now" title={t("now")} count={running.length}>
          {running.length === 0 ? <p className="py-2 text-ink-2">{t("nothingRuns")}</p> : null}
          <ul>
            {running.map((release) => (
              <ReleaseRow key={release.releaseId} release={release} />
            ))}
          </ul>
        </Board>
        <Board id="next" title={t("next")} count={next.length}>
          {next.length === 0 ? <p className="py-2 text-ink-2">{t("nothingNext")}</p> : null}
          <ul>
            {next.map((release) => (
              <ReleaseRow key={release.releaseId} release={release} />
            ))}
          </ul>
        </Board>
        {over.length === 0 ? null : (
          <Board id="over" title={t("over")}>
            <PastReleases releases={over} />
          </Board>
        )}
      </div>
      <Board id="waiting" title={t("waiting.title")} count={mine}>
        <WaitingList waiting={waiting} />
      </Board>
    </div>
  );
}
