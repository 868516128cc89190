"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { dayAndMinute } from "@/components/ui/release/time-text";
import { actorName } from "@/lib/domain/release/describe";
import { useRelease } from "@/lib/queries/release/use-release";

/** A release that is over: how it ended, and where the whole of it can be read. */
export function Ended() {
  const t = useTranslations("console.ended");
  const locale = useLocale();
  const { plan, state, releaseId } = useRelease();
  const { ended } = state;
  return (
    <header>
      <h2 className="font-bold text-2xl">{t(state.status === "cancelled" ? "cancelled" : "closed")}</h2>
      {ended === null ? null : (
        <p className="mt-1 break-words text-ink-2">
          {t("by", { who: actorName(ended.by), time: dayAndMinute(ended.releaseAt, plan.timeZone, locale) })}
          {ended.reason === null ? "" : ` · ${ended.reason}`}
        </p>
      )}
      <p className="mt-3">
        <Link className="text-standby underline underline-offset-2" href={`/releases/${releaseId}/report`}>
          {t("report")}
        </Link>
      </p>
    </header>
  );
}
