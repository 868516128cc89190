"use client";

import { useTranslations } from "next-intl";
import { clockSpan, minuteOfDay, remainingSpan, timeOfDay } from "@/components/ui/release/time-text";
import type { Stage } from "@/lib/domain/plan/plan";
import { currentStage, nextStage } from "@/lib/domain/release/current";
import { actorName } from "@/lib/domain/release/describe";
import { soakRemainingMs } from "@/lib/domain/release/soak";
import { useReleaseNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";

const MINUTE_MS = 60_000;

/** The one figure that matters now, and what comes next. */
export function PhoneFigure() {
  const { plan, state } = useRelease();
  if (state.status === "running" || state.status === "held") {
    const stage = currentStage(plan, state);
    return (
      <>
        {state.status === "held" ? <HeldLine /> : null}
        {stage === null ? null : <StageFigure stage={stage} />}
        <NextLine />
      </>
    );
  }
  if (state.status === "rolling_back") return <RollbackFigure />;
  return null;
}

function HeldLine() {
  const t = useTranslations("console.banner");
  const { plan, state } = useRelease();
  if (state.hold === null) return null;
  const { by, releaseAt } = state.hold;
  return (
    <p className="pb-2 text-serious">{t("held", { who: actorName(by), time: timeOfDay(releaseAt, plan.timeZone) })}</p>
  );
}

function StageFigure({ stage }: { stage: Stage }) {
  const t = useTranslations("console.stage");
  const { plan, state } = useRelease();
  const now = useReleaseNow();
  const own = state.stages[stage.id];
  const left = soakRemainingMs(plan, state, stage.id, now);
  const counting = own?.soak.countingSince != null;
  if (left !== null) {
    return (
      <div role="timer">
        <p className={counting || left === 0 ? "text-figure" : "text-figure text-serious"}>{remainingSpan(left)}</p>
        <p className="text-ink-2">
          {left === 0
            ? t("soakOver")
            : counting
              ? t("soakUntil", { time: minuteOfDay(now + left, plan.timeZone), minutes: stage.durationMin ?? 0 })
              : t("soakStands")}
        </p>
      </div>
    );
  }
  if (own?.started == null) return null;
  const elapsed = (own.status === "running" ? now : (own.ended?.releaseAt ?? now)) - own.started.releaseAt;
  return <ElapsedFigure elapsed={elapsed} plannedMin={stage.durationMin} />;
}

/** As the console says it: late is amber, and by how much. */
function ElapsedFigure({ elapsed, plannedMin }: { elapsed: number; plannedMin: number | null }) {
  const t = useTranslations("console.stage");
  const over = plannedMin === null ? 0 : elapsed - plannedMin * MINUTE_MS;
  const late = plannedMin !== null && over > 0;
  return (
    <div role="timer">
      <p className={late ? "text-figure text-serious" : "text-figure"}>{clockSpan(elapsed)}</p>
      <p className="text-ink-2">
        {late
          ? t("elapsedOver", { minutes: plannedMin, over: clockSpan(over) })
          : plannedMin === null
            ? t("elapsed")
            : t("elapsedOf", { minutes: plannedMin })}
      </p>
    </div>
  );
}

function NextLine() {
  const t = useTranslations("console.phone");
  const { plan, state } = useRelease();
  const next = nextStage(plan, state);
  return next === null ? null : <p className="text-ink-2">{t("next", { stage: next.name })}</p>;
}

function RollbackFigure() {
  const t = useTranslations("console.rollback");
  const { plan, state } = useRelease();
  const now = useReleaseNow();
  if (state.rollback.started === null) return null;
  const elapsed = now - state.rollback.started.releaseAt;
  const target = plan.rollback?.targetMin ?? null;
  const over = target !== null && elapsed > target * 60_000;
  return (
    <div role="timer">
      <p className={over ? "text-critical text-figure" : "text-figure"}>{clockSpan(elapsed)}</p>
      <p className="text-ink-2">{target === null ? t("title") : t("target", { minutes: target })}</p>
    </div>
  );
}
