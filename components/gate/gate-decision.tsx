"use client";

import { useTranslations } from "next-intl";
import { timeOfDay } from "@/components/ui/release/time-text";
import { StateMark } from "@/components/ui/state-mark";
import type { Gate } from "@/lib/domain/plan/plan";
import { actorName } from "@/lib/domain/release/describe";
import { useRelease } from "@/lib/queries/release/use-release";

const TONES = { go: "go", no_go: "no-go", override: "warning" } as const;

/** How the gate was decided, by whom, when and why; or that it ran out of time. */
export function GateDecision({ gate }: { gate: Gate }) {
  const t = useTranslations("console.gate");
  const { plan, state } = useRelease();
  const own = state.gates[gate.id];
  if (own?.status === "expired" || own?.status === "lapsed") {
    return (
      <p className="px-5 pt-3">
        <StateMark tone="warning" className="whitespace-normal!">
          {t(own.status === "lapsed" ? "lapsed" : `expired.${gate.timeout.outcome}`)}
        </StateMark>
      </p>
    );
  }
  if (own?.status !== "decided" || own.decision === null) return null;
  const { outcome, by, releaseAt, reason, unmet, notWatched } = own.decision;
  return (
    <div className="px-5 pt-3 leading-relaxed">
      <p className="font-bold">
        <StateMark tone={TONES[outcome]} className="whitespace-normal!">
          {t(`decided.${outcome}`, { who: actorName(by), time: timeOfDay(releaseAt, plan.timeZone) })}
        </StateMark>
      </p>
      {reason === null ? null : <p className="break-words">{reason}</p>}
      {unmet.length === 0 ? null : (
        <p className="text-serious text-sm">{t("decidedAgainst", { count: unmet.length })}</p>
      )}
      {notWatched.length === 0 ? null : (
        <p className="hatch -mx-2 mt-1 px-2 text-ink-2 text-sm">{t("notWatched", { count: notWatched.length })}</p>
      )}
    </div>
  );
}
