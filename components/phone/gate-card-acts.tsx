"use client";

import { useTranslations } from "next-intl";
import { useAfterthought } from "@/components/ui/release/afterthought";
import { CommandButton } from "@/components/ui/release/command-button";
import { GoAct } from "@/components/ui/release/go-act";
import { HoldCommand } from "@/components/ui/release/hold-command";
import { useGateName } from "@/components/ui/release/use-gate-name";
import { roleName } from "@/lib/domain/release/describe";
import type { Waiting } from "@/lib/domain/release/waiting";
import { useRelease } from "@/lib/queries/release/use-release";

const VOTE_HOLD_MS = 1500;

/** Voting and deciding with the thumb; overriding waits for a desktop. */
export function GateCardActs({ waiting }: { waiting: Waiting }) {
  const t = useTranslations("console.gate");
  const gateName = useGateName();
  const phone = useTranslations("console.phone");
  const { plan, state } = useRelease();
  const { ask } = useAfterthought();
  const gate = plan.gates.find((one) => one.id === waiting.id);
  const own = gate === undefined ? undefined : state.gates[gate.id];
  if (gate === undefined || own === undefined) return null;
  if (waiting.kind === "confirm") return <p className="text-ink-2">{phone("desktopOnly")}</p>;
  if (waiting.kind === "decide") {
    return (
      <>
        <CommandButton
          tone="critical"
          command={{ type: "gate.decide", gate: gate.id, round: own.round, decision: "no_go", then: "hold" }}
        >
          NO-GO
        </CommandButton>
        <GoAct gate={gate} />
      </>
    );
  }
  const cast = { type: "gate.vote", gate: gate.id, round: own.round, as: waiting.role } as const;
  const role = roleName(plan, waiting.role);
  return (
    <>
      <CommandButton
        tone="critical"
        command={{ ...cast, vote: "no_go" }}
        onDone={() => ask({ kind: "no_go", keep: (reason) => ({ ...cast, vote: "no_go", reason }) })}
      >
        NO-GO
      </CommandButton>
      <HoldCommand
        command={{ ...cast, vote: "go", expectedSeq: state.seq }}
        holdMs={VOTE_HOLD_MS}
        tone="go"
        label={t("voteGo")}
        className="min-w-40"
        dialog={{
          title: t("voteTitle", { role }),
          lines: [t("voteBody", { release: plan.info.version, gate: gateName(plan, gate) })],
          confirmLabel: t("voteAct", { role }),
        }}
      />
    </>
  );
}
