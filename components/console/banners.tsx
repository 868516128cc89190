"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { usePhrase } from "@/components/ui/phrase";
import { Calls } from "@/components/ui/release/calls";
import { CommandButton } from "@/components/ui/release/command-button";
import { LinkBanner } from "@/components/ui/release/link-banner";
import { timeOfDay } from "@/components/ui/release/time-text";
import { actorName } from "@/lib/domain/release/describe";
import { useRelease } from "@/lib/queries/release/use-release";

/** What must be known before anything else: the link, who is called for what, the hold, a planned rollback. */
export function Banners() {
  return (
    <>
      <LinkBanner />
      <Calls />
      <HoldBanner />
      <ScheduleBanner />
    </>
  );
}

function HoldBanner() {
  const t = useTranslations("console.banner");
  const say = usePhrase();
  const { plan, state } = useRelease();
  if (state.status !== "held" || state.hold === null) return null;
  const { by, releaseAt, reason, says } = state.hold;
  return (
    <Notice
      tone="held"
      title={t("held", { who: actorName(by), time: timeOfDay(releaseAt, plan.timeZone) })}
      role="status"
    >
      {says === undefined ? reason : say(says)}
    </Notice>
  );
}

function ScheduleBanner() {
  const t = useTranslations("console.banner");
  const { plan, state } = useRelease();
  const { scheduled, status } = state.rollback;
  if (status !== "scheduled" || scheduled === null) return null;
  const values = { who: actorName(scheduled.by), time: timeOfDay(scheduled.dueAt, plan.timeZone) };
  return (
    <Notice
      tone="warning"
      title={t("scheduled", values)}
      role="status"
      action={
        <CommandButton command={{ type: "rollback.unschedule" }} refused="hide">
          {t("unschedule")}
        </CommandButton>
      }
    >
      {scheduled.reason}
    </Notice>
  );
}
