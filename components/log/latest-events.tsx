"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EventLine } from "@/components/ui/release/event-line";
import { useRelease } from "@/lib/queries/release/use-release";

/** What happened just now, newest first. */
export function LatestEvents({ count, onOpen }: { count: number; onOpen: () => void }) {
  const t = useTranslations("console.log");
  const { events } = useRelease();
  return (
    <section aria-label={t("latest")} className="not-first:border-t border-line">
      <div className="flex items-center justify-between pt-2 pr-3 pl-5">
        <h3 className="text-ink-3 text-sm">{t("latest")}</h3>
        <Button tone="quiet" size="small" onClick={onOpen}>
          {t("whole")}
        </Button>
      </div>
      <ol className="px-5 pb-3 text-ink-2">
        {events
          .slice(-count)
          .reverse()
          .map((event) => (
            <li key={event.seq} className="flex gap-2.5 py-0.5 leading-snug">
              <EventLine event={event} />
            </li>
          ))}
      </ol>
    </section>
  );
}
