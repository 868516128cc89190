"use client";

import { useTranslations } from "next-intl";
import { ConditionList } from "@/components/ui/release/condition-list";
import { useGateName } from "@/components/ui/release/use-gate-name";
import type { Gate } from "@/lib/domain/plan/plan";
import { gateConditions } from "@/lib/domain/release/gate-conditions";
import { useNow } from "@/lib/queries/release/use-now";
import { useRelease } from "@/lib/queries/release/use-release";
import { useRound } from "@/lib/queries/release/use-round";
import { GateActs } from "./gate-acts";
import { GateDeadline } from "./gate-deadline";
import { GateDecision } from "./gate-decision";
import { VoteRow } from "./vote-row";

/** A hold point: who has voted what, what is still missing and who can give it, and the one decision. */
export function GatePanel({ gate }: { gate: Gate }) {
  const t = useTranslations("console.gate");
  const gateName = useGateName();
  const { plan, state } = useRelease();
  const now = useNow();
  const evidence = useRound()?.evidence ?? null;
  const own = state.gates[gate.id];
  const conditions = gateConditions({ plan, state, now, evidence }, gate.id);
  const unmet = conditions.filter((condition) => condition.met === "unmet" && condition.kind !== "votes");
  const unwatched = conditions.filter((condition) => condition.met === "not_watched").length;
  const passed = own?.status === "decided" && own.decision?.outcome !== "no_go";
  const name = gateName(plan, gate);
  const round = (own?.round ?? 0) > 1 ? ` · ${t("round", { n: own?.round ?? 0 })}` : "";
  return (
    <section aria-labelledby="gate-title">
      <header className="px-5 pb-2">
        <h2 id="gate-title" className="break-words font-bold text-[15px]">
          {t("title", { n: gate.order, name })}
          {round}
        </h2>
        <GateDeadline gate={gate} />
      </header>
      <ul aria-label={t("votes")}>
        {gate.voters.map((role) => (
          <VoteRow key={role} gate={gate} role={role} />
        ))}
      </ul>
      <GateDecision gate={gate} />
      {passed ? null : (
        <div className="px-5 pt-3 pb-1">
          <h3 className="sr-only">{t("missing")}</h3>
          <ConditionList conditions={unmet} />
          {unwatched === 0 ? null : (
            <p className="hatch -mx-2 mt-1.5 px-2 py-0.5 text-ink-2">{t("unwatched", { count: unwatched })}</p>
          )}
        </div>
      )}
      <GateActs gate={gate} />
    </section>
  );
}
