"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { timeOfDay } from "@/components/ui/release/time-text";
import type { Gate } from "@/lib/domain/plan/plan";
import type { GateState } from "@/lib/domain/release/state";
import { useRelease } from "@/lib/queries/release/use-release";

function diamond(gate: GateState | undefined): string {
  const outcome = gate?.decision?.outcome;
  if (gate?.status === "decided" && outcome === "no_go") return "bg-critical border-critical";
  if (gate?.status === "decided" && outcome === "override") return "bg-serious border-serious";
  if (gate?.status === "decided") return "bg-normal border-normal";
  if (gate?.status === "voting") return "border-standby";
  if (gate?.status === "expired" || gate?.status === "lapsed") return "border-serious";
  return "border-off";
}

/** A hold point between two stages: what was decided and by whom, or how the vote stands. */
export function GateRow({ gate }: { gate: Gate }) {
  const t = useTranslations("console.timeline");
  const { plan, state } = useRelease();
  const own = state.gates[gate.id];
  // A vote that a rollback or an end overtook waits for nobody any more.
  const overtaken = own?.status === "voting" && state.status !== "running" && state.status !== "held";
  const now = overtaken ? undefined : own;
  const name = gate.before.kind === "completion" ? t("completionGate") : t("gate", { n: gate.order });
  return (
    <li className="grid grid-cols-[40px_14px_minmax(0,1fr)] gap-2 px-4 py-[3px] text-[12.5px] text-ink-3">
      <span />
      <span aria-hidden className={clsx("mt-[5px] ml-[1px] size-[9px] rotate-45 border-[1.5px]", diamond(now))} />
      <span className="truncate">
        {name}
        {standing(now)}
      </span>
    </li>
  );

  function standing(gateNow: GateState | undefined): string {
    if (gateNow === undefined || gateNow.status === "shut") return "";
    if (gateNow.status === "decided" && gateNow.decision !== null) {
      const { by, releaseAt, outcome } = gateNow.decision;
      return ` · ${t(`outcome.${outcome}`)} · ${by.name} ${timeOfDay(releaseAt, plan.timeZone)}`;
    }
    if (gateNow.status === "expired" || gateNow.status === "lapsed") return ` · ${t(gateNow.status)}`;
    const votes = Object.values(gateNow.votes);
    const against = votes.filter((vote) => vote.vote === "no_go").length;
    const count = t("votes", { go: votes.length - against, of: gate.voters.length });
    return ` · ${count}${against === 0 ? "" : ` · ${t("against", { count: against })}`}`;
  }
}
