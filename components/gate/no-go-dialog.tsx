"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/field";
import { RefusalLine } from "@/components/ui/release/refusal-text";
import { useAct } from "@/components/ui/release/use-act";
import { useGateName } from "@/components/ui/release/use-gate-name";
import type { Gate } from "@/lib/domain/plan/plan";
import { useRelease } from "@/lib/queries/release/use-release";

type Props = { gate: Gate; round: number; open: boolean; onOpenChange: (open: boolean) => void };

/** Deciding NO-GO: afterwards the release is held or rolled back, and that is chosen here. The reason may stay empty. */
export function NoGoDialog({ gate, round, open, onOpenChange }: Props) {
  const t = useTranslations("console.gate");
  const gateName = useGateName();
  const common = useTranslations("console");
  const { plan, state } = useRelease();
  const [reason, setReason] = useState("");
  const { run, sending, refused } = useAct();

  async function onDecide(then: "hold" | "rollback") {
    const text = reason.trim();
    const accepted = await run({
      type: "gate.decide",
      gate: gate.id,
      round,
      decision: "no_go",
      then,
      ...(text === "" ? {} : { reason: text }),
    });
    if (accepted) onOpenChange(false);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("noGoTitle", { release: plan.info.version, gate: gateName(plan, gate) })}
      description={t("noGoExplain", { share: state.traffic.wanted })}
    >
      <div className="grid gap-4">
        <Textarea
          label={t("noGoReason")}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          rows={2}
          maxLength={2000}
        />
        <RefusalLine refusal={refused} />
        <div className="flex flex-wrap justify-end gap-2.5">
          <Button onClick={() => onOpenChange(false)}>{common("cancel")}</Button>
          <Button tone="serious" busy={sending} onClick={() => void onDecide("hold")}>
            {t("noGoHold")}
          </Button>
          <Button tone="critical-fill" busy={sending} onClick={() => void onDecide("rollback")}>
            {t("noGoRollback")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
