"use client";

import { useTranslations } from "next-intl";
import { EventLine } from "@/components/ui/release/event-line";
import { useRelease } from "@/lib/queries/release/use-release";

/** What happened just now, newest first. */
export function LatestEvents({ count }: { count: number }) {
  const t = useTranslations("console.log");
  const { events } = useRelease();
  return (
    <section aria-label={t("latest")} className="border-line border-t">
      <h3 className="px-5 pt-3 pb-1 text-ink-3 text-sm">{t("latest")}</h3>
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
