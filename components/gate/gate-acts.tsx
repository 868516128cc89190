"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { laterDialog } from "@/components/ui/later-dialog";
import { CommandButton } from "@/components/ui/release/command-button";
import { ReasonButton } from "@/components/ui/release/reason-button";
import { timeOfDay } from "@/components/ui/release/time-text";
import { useGateName } from "@/components/ui/release/use-gate-name";
import type { Gate } from "@/lib/domain/plan/plan";
import { actorName } from "@/lib/domain/release/describe";
import { useAvailability } from "@/lib/queries/command/use-availability";
import { useRelease } from "@/lib/queries/release/use-release";

const NoGoDialog = laterDialog(() => import("./no-go-dialog").then((part) => part.NoGoDialog));

/** What the release manager can do at the gate besides GO, which stands in the bar below. */
export function GateActs({ gate }: { gate: Gate }) {
  const t = useTranslations("console.gate");
  const gateName = useGateName();
  const { plan, state } = useRelease();
  const own = state.gates[gate.id];
  const round = own?.round ?? 0;
  const asked = own?.override ?? null;
  return (
    <div className="flex flex-wrap items-center gap-2 px-5 pt-3 pb-4">
      {asked === null ? null : (
        <p className="w-full text-serious">
          {t("overrideAsked", { who: actorName(asked.by), time: timeOfDay(asked.releaseAt, plan.timeZone) })} ·{" "}
          {asked.reason}
        </p>
      )}
      {asked === null ? null : (
        <CommandButton command={{ type: "gate.confirm", gate: gate.id, round, expectedSeq: state.seq }} tone="serious">
          {t("confirmOverride")}
        </CommandButton>
      )}
      {own?.status === "voting" ? <DecideNoGo gate={gate} round={round} /> : null}
      {own?.status === "voting" && asked === null ? (
        <ReasonButton
          command={(reason) => ({ type: "gate.override", gate: gate.id, round, reason, expectedSeq: state.seq })}
          tone="serious"
          title={t("overrideTitle", { gate: gateName(plan, gate) })}
          explain={t("overrideExplain")}
          label={t("override")}
          className="max-lg:hidden"
        />
      ) : null}
      {own !== undefined && ["decided", "expired", "lapsed"].includes(own.status) ? (
        <CommandButton command={{ type: "gate.reopen", gate: gate.id }} refused="hide">
          {t("reopen")}
        </CommandButton>
      ) : null}
    </div>
  );
}

function DecideNoGo({ gate, round }: { gate: Gate; round: number }) {
  const t = useTranslations("console.gate");
  const [open, setOpen] = useState(false);
  const refusal = useAvailability({ type: "gate.decide", gate: gate.id, round, decision: "no_go", then: "hold" });
  if (refusal !== null && !open) return null;
  return (
    <>
      <Button tone="critical" onClick={() => setOpen(true)}>
        {t("decideNoGo")}
      </Button>
      <NoGoDialog gate={gate} round={round} open={open} onOpenChange={setOpen} />
    </>
  );
}
