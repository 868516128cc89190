"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { CommandButton } from "@/components/ui/release/command-button";
import { LinkBanner } from "@/components/ui/release/link-banner";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { timeOfDay } from "@/components/ui/release/time-text";
import { actorName, nameOf } from "@/lib/domain/release/describe";
import { useRelease } from "@/lib/queries/release/use-release";

/** What must be known before anything else: the link, the hold, a planned or proposed rollback, blindness. */
export function Banners() {
  return (
    <>
      <LinkBanner />
      <HoldBanner />
      <ScheduleBanner />
      <ProposalBanners />
      <BlindBanner />
    </>
  );
}

function HoldBanner() {
  const t = useTranslations("console.banner");
  const { plan, state } = useRelease();
  if (state.status !== "held" || state.hold === null) return null;
  const { by, releaseAt, reason } = state.hold;
  return (
    <Notice
      tone="held"
      title={t("held", { who: actorName(by), time: timeOfDay(releaseAt, plan.timeZone) })}
      role="status"
    >
      {reason}
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

function ProposalBanners() {
  const t = useTranslations("console.banner");
  const { plan, state } = useRelease();
  return plan.triggers.flatMap((trigger) => {
    const proposal = state.proposals[trigger.id];
    if (proposal === undefined) return [];
    return [
      <Notice
        key={trigger.id}
        tone="no-go"
        title={t("proposal", { level: trigger.level, trigger: nameOf(plan, trigger.id) })}
        role="status"
        action={
          <ReasonButton
            command={(reason) => ({ type: "trigger.dismiss", trigger: trigger.id, reason })}
            title={t("dismissTitle", { trigger: trigger.text })}
            label={t("dismiss")}
          />
        }
      >
        {proposal.evidence}
      </Notice>,
    ];
  });
}

function BlindBanner() {
  const t = useTranslations("console.banner");
  const { plan, state } = useRelease();
  if (state.blind === null) return null;
  return (
    <Notice
      tone="unknown"
      title={t("blind", { source: state.blind.source, time: timeOfDay(state.blind.since, plan.timeZone) })}
      role="status"
    />
  );
}
