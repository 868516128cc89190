"use client";

import { useLocale, useTranslations } from "next-intl";
import { CommandButton } from "@/components/ui/release/command-button";
import { roleNames } from "@/components/ui/release/plan-words";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { ToneShape } from "@/components/ui/release/stage-shape";
import { dayAndMinute, remainingSpan, timeOfDay } from "@/components/ui/release/time-text";
import type { ObservationWindow } from "@/lib/domain/plan/plan";
import { actorName } from "@/lib/domain/release/describe";
import { useAvailability } from "@/lib/queries/command/use-availability";
import { useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";

const MINUTE_MS = 60_000;

/** What is watched after the release, by whom and how long still. */
export function ObservationWindows() {
  const t = useTranslations("console.observing");
  const { plan } = useRelease();
  if (plan.windows.length === 0) return null;
  return (
    <section aria-label={t("windows")}>
      <h3 className="pt-4 pb-1 text-ink-3 text-sm">{t("windows")}</h3>
      <ol>
        {plan.windows.map((window) => (
          <WindowRow key={window.id} window={window} />
        ))}
      </ol>
    </section>
  );
}

function WindowRow({ window }: { window: ObservationWindow }) {
  const t = useTranslations("console.observing");
  const locale = useLocale();
  const { plan, state } = useRelease();
  const now = useReleaseNow();
  const done = state.windows[window.id];
  const from = (state.completed?.releaseAt ?? now) + window.fromMin * MINUTE_MS;
  const to = (state.completed?.releaseAt ?? now) + window.toMin * MINUTE_MS;
  const standing =
    done !== undefined
      ? t(done.early ? "doneEarly" : "done", {
          who: actorName(done.by),
          time: timeOfDay(done.releaseAt, plan.timeZone),
        })
      : now < from
        ? t("begins", { time: dayAndMinute(from, plan.timeZone, locale) })
        : now < to
          ? t("left", { left: remainingSpan(to - now), time: dayAndMinute(to, plan.timeZone, locale) })
          : t("over", { time: dayAndMinute(to, plan.timeZone, locale) });
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)_auto] items-start gap-x-2 border-line border-b py-3">
      <span className="pt-0.5">
        <ToneShape tone={done !== undefined ? "done" : now < from ? "waiting" : now < to ? "active" : "warning"} />
      </span>
      <div className="min-w-0">
        <h4 className="font-bold text-md">{window.text}</h4>
        <p className="break-words text-ink-2">
          {[window.focus.join("、"), roleNames(plan, window.owners)].join(" · ")}
        </p>
        <p className="text-ink-2">
          {standing}
          {done?.note == null ? "" : ` · ${done.note}`}
        </p>
      </div>
      {done === undefined && state.status === "observing" ? <WindowActs window={window} /> : <span />}
    </li>
  );
}

function WindowActs({ window }: { window: ObservationWindow }) {
  const t = useTranslations("console.observing");
  const command = { type: "observation.complete", window: window.id } as const;
  const refusal = useAvailability(command);
  if (refusal === null) return <CommandButton command={command}>{t("complete")}</CommandButton>;
  return (
    <ReasonButton
      refused="say"
      command={(note) => ({ ...command, note })}
      title={t("earlyTitle", { window: window.text })}
      explain={t("earlyExplain")}
      field={{ label: t("note"), hint: t("noteHint") }}
      label={t("completeEarly")}
    />
  );
}
