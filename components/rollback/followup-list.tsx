"use client";

import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { ToneShape } from "@/components/ui/release/stage-shape";
import { dayAndMinute, timeOfDay } from "@/components/ui/release/time-text";
import type { Followup } from "@/lib/domain/plan/plan";
import { actorName } from "@/lib/domain/release/describe";
import { useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";

/** What must be done after a rollback, and until when. */
export function FollowupList() {
  const t = useTranslations("console.followup");
  const { plan } = useRelease();
  if (plan.followups.length === 0) return <p className="py-6 text-ink-2">{t("none")}</p>;
  return (
    <ol>
      {plan.followups.map((followup) => (
        <FollowupRow key={followup.id} followup={followup} />
      ))}
    </ol>
  );
}

function FollowupRow({ followup }: { followup: Followup }) {
  const t = useTranslations("console.followup");
  const locale = useLocale();
  const { plan, state } = useRelease();
  const now = useReleaseNow(1);
  const done = state.followups[followup.id];
  const from = state.rollback.completed?.releaseAt;
  const due = from === undefined || followup.dueMin === null ? null : from + followup.dueMin * 60_000;
  const late = done === undefined && due !== null && now > due;
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)_auto] items-start gap-x-2 border-line border-b py-3">
      <ToneShape tone={done !== undefined ? "done" : late ? "warning" : "waiting"} />
      <div className="min-w-0">
        <h3 className="font-bold text-md">{followup.name}</h3>
        <p className={clsx(late ? "text-serious" : "text-ink-2")}>
          {followup.dueText}
          {due === null ? "" : ` · ${t("due", { time: dayAndMinute(due, plan.timeZone, locale) })}`}
          {done === undefined
            ? ""
            : ` · ${t("doneBy", { who: actorName(done.by), time: timeOfDay(done.releaseAt, plan.timeZone) })}`}
          {done?.note == null ? "" : ` · ${done.note}`}
        </p>
        <ul className="mt-1 text-ink-2 text-sm">
          {followup.tasks.map((task) => (
            <li key={`${task.lines.from}:${task.text}`}>– {task.text}</li>
          ))}
        </ul>
      </div>
      {done !== undefined ? (
        <span />
      ) : (
        <ReasonButton
          refused="say"
          command={(note) => ({ type: "followup.complete", followup: followup.id, note })}
          title={t("title", { followup: followup.name })}
          field={{ label: t("note"), hint: t("noteHint") }}
          label={t("complete")}
        />
      )}
    </li>
  );
}
