"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ArmedLine } from "@/components/ui/release/armed-line";
import { CommandButton } from "@/components/ui/release/command-button";
import { ScheduleForm } from "@/components/ui/release/schedule-form";
import { dayAndMinute, timeOfDay } from "@/components/ui/release/time-text";
import { JobLine } from "@/components/ui/runner/later-runner";
import { StateMark } from "@/components/ui/state-mark";
import { indexOf } from "@/lib/domain/plan/plan-index";
import { actorName } from "@/lib/domain/release/describe";
import { bindingFor } from "@/lib/domain/release/job";
import { formatTook } from "@/lib/i18n/format-duration";
import { useRelease } from "@/lib/queries/release/use-release";
import { DrillForm } from "./drill-form";

/** How ready the way back is: when it was last tried, whether P0 acts by itself, what is planned; and the triggers. */
export function RollbackReadiness() {
  return (
    <div className="grid gap-1 pb-4">
      <DrillLine />
      <Armed />
      <ScheduleLine />
      <TriggerLines />
    </div>
  );
}

function DrillLine() {
  const t = useTranslations("console.rollback");
  const locale = useLocale();
  const { plan, state } = useRelease();
  const { drill } = state.rollback;
  return (
    <Line label={t("drill")}>
      {drill === null ? (
        <StateMark tone="caution">{t("neverDrilled")}</StateMark>
      ) : (
        <span>
          {t(drill.job === undefined ? "saidBy" : "drilledBy", {
            who: actorName(drill.by),
            time: dayAndMinute(drill.releaseAt, plan.timeZone, locale),
            took: drill.tookMs === null ? "–" : formatTook(drill.tookMs),
          })}
        </span>
      )}
      <DrillForm />
      {bindingFor(indexOf(plan), { kind: "drill" }) === null ? null : (
        <div className="basis-full">
          <JobLine purpose={{ kind: "drill" }} />
        </div>
      )}
    </Line>
  );
}

function Armed() {
  const t = useTranslations("console.rollback");
  return (
    <Line label={t("armed")}>
      <ArmedLine />
    </Line>
  );
}

function ScheduleLine() {
  const t = useTranslations("console.rollback");
  const { plan, state } = useRelease();
  const { scheduled, status } = state.rollback;
  return (
    <Line label={t("schedule")}>
      {status === "scheduled" && scheduled !== null ? (
        <>
          <StateMark tone="warning">
            {t("scheduledFor", {
              time: timeOfDay(scheduled.dueAt, plan.timeZone),
              who: actorName(scheduled.by),
            })}
          </StateMark>
          <span className="break-words text-ink-2">{scheduled.reason}</span>
          <CommandButton command={{ type: "rollback.unschedule" }} size="small" refused="hide">
            {t("unschedule")}
          </CommandButton>
        </>
      ) : (
        <>
          <span>{t("notScheduled")}</span>
          <ScheduleForm />
        </>
      )}
    </Line>
  );
}

function TriggerLines() {
  const t = useTranslations("console.rollback");
  const { plan } = useRelease();
  return (["P0", "P1"] as const).map((level) => {
    const triggers = plan.triggers.filter((trigger) => trigger.level === level);
    if (triggers.length === 0) return null;
    return (
      <Line key={level} label={t(level)}>
        <span className="break-words">{triggers.map((trigger) => trigger.text).join(" · ")}</span>
      </Line>
    );
  });
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[8.5em_minmax(0,1fr)] items-baseline gap-3 border-line border-b py-2">
      <span className="text-ink-3">{label}</span>
      <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1.5">{children}</div>
    </div>
  );
}
