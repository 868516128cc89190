"use client";

import { useTranslations } from "next-intl";
import { minuteOfDay } from "@/components/ui/release/time-text";
import type { Gate } from "@/lib/domain/plan/plan";
import { releaseTime } from "@/lib/domain/release/time";
import { timersOf } from "@/lib/domain/release/timers";
import { useRelease } from "@/lib/queries/release/use-release";

/** Until when the gate waits, or how long it will wait, and what happens then. */
export function GateDeadline({ gate }: { gate: Gate }) {
  const t = useTranslations("console.gate");
  const { plan, state } = useRelease();
  const own = state.gates[gate.id];
  const outcome = gate.timeout.outcome;
  const due = timersOf(plan, state).find(({ command }) => "gate" in command && command.gate === gate.id);
  const text = sentence();
  return text === null ? null : <p className="text-ink-3 text-sm leading-snug">{text}</p>;

  function sentence(): string | null {
    if (due !== undefined) {
      const time = minuteOfDay(releaseTime(state.clock, due.dueAt), plan.timeZone);
      return due.command.type === "gate.lapse" ? t("lapsesAt", { time }) : t(`dueAt.${outcome}`, { time });
    }
    if (own === undefined || own.status === "shut") return t("shut");
    if (own.status === "voting" && state.status === "held") return t("deadlineHeld");
    if (own.status === "voting") return t(`waits.${outcome}`, { minutes: gate.timeout.afterMin });
    return null;
  }
}
