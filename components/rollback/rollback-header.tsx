"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { usePhrase } from "@/components/ui/phrase";
import { clockSpan, timeOfDay } from "@/components/ui/release/time-text";
import { JobLine } from "@/components/ui/runner/later-runner";
import { indexOf } from "@/lib/domain/plan/plan-index";
import { actorName, nameOf } from "@/lib/domain/release/describe";
import { bindingFor } from "@/lib/domain/release/job";
import { useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";

const MINUTE_MS = 60_000;
const TRAFFIC_BACK = { kind: "traffic", share: 0 } as const;

/** Rolling back: since when, by whom, why, and the clock against the plan's target. */
export function RollbackHeader() {
  const t = useTranslations("console.rollback");
  const say = usePhrase();
  const { plan, state } = useRelease();
  const now = useReleaseNow();
  const { started, completed } = state.rollback;
  if (started === null) return null;
  const elapsed = (completed?.releaseAt ?? now) - started.releaseAt;
  const targetMin = plan.rollback?.targetMin ?? null;
  const over = targetMin === null ? 0 : elapsed - targetMin * MINUTE_MS;
  const facts = [
    t("startedBy", { who: actorName(started.by), time: timeOfDay(started.releaseAt, plan.timeZone) }),
    t("fromShare", { share: started.fromShare }),
    started.trigger === null ? null : nameOf(plan, started.trigger),
    started.says === undefined ? started.reason : say(started.says),
    completed === null
      ? null
      : t("completedBy", { who: actorName(completed.by), time: timeOfDay(completed.releaseAt, plan.timeZone) }),
    completed?.failures ?? null,
  ].filter((fact) => fact !== null);
  return (
    <header className="flex items-start justify-between gap-6">
      <div className="min-w-0">
        <h2 className={clsx("font-bold text-2xl", completed === null && "text-critical")}>
          {completed === null ? t("title") : t("titleDone")}
        </h2>
        <p className="mt-1 break-words text-ink-2">{facts.join(" · ")}</p>
        {bindingFor(indexOf(plan), TRAFFIC_BACK) === null ? null : <JobLine purpose={TRAFFIC_BACK} />}
      </div>
      <div className="shrink-0 text-right" role="timer">
        <div className={clsx("text-figure", over > 0 && "text-critical")}>{clockSpan(elapsed)}</div>
        {targetMin === null ? null : (
          <div className="mt-1.5 text-ink-2 text-sm">
            {over > 0
              ? t("overTarget", { minutes: targetMin, over: clockSpan(over) })
              : t("target", { minutes: targetMin })}
          </div>
        )}
      </div>
    </header>
  );
}
