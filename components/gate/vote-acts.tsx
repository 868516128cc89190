"use client";

import { useTranslations } from "next-intl";
import { useAfterthought } from "@/components/ui/release/afterthought";
import { CommandButton } from "@/components/ui/release/command-button";
import { HoldCommand } from "@/components/ui/release/hold-command";
import { useGateName } from "@/components/ui/release/use-gate-name";
import type { RoleId } from "@/lib/domain/plan/ids";
import type { Gate } from "@/lib/domain/plan/plan";
import { roleName } from "@/lib/domain/release/describe";
import { rolesHeldBy } from "@/lib/domain/release/waiting";
import { useRelease } from "@/lib/queries/release/use-release";

const GO_HOLD_MS = 1500;

/** GO and NO-GO for whoever holds the role. */
export function VoteActs({ gate, role }: { gate: Gate; role: RoleId }) {
  const t = useTranslations("console.gate");
  const gateName = useGateName();
  const { plan, state, viewer } = useRelease();
  const { ask } = useAfterthought();
  const own = state.gates[gate.id];
  if (viewer === null || own?.status !== "voting") return null;
  if (!rolesHeldBy(plan, state, viewer.person).has(role)) return null;
  const vote = own.votes[role];
  const cast = { type: "gate.vote", gate: gate.id, round: own.round, as: role } as const;
  const name = roleName(plan, role);
  return (
    <div className="flex flex-wrap items-center gap-2 pt-1.5 pb-1">
      {vote?.vote === "no_go" ? null : (
        <CommandButton
          command={{ ...cast, vote: "no_go" }}
          tone="critical"
          refused="hide"
          onDone={() => ask({ kind: "no_go", keep: (reason) => ({ ...cast, vote: "no_go", reason }) })}
        >
          NO-GO
        </CommandButton>
      )}
      {vote?.vote === "go" ? null : (
        <HoldCommand
          command={{ ...cast, vote: "go", expectedSeq: state.seq }}
          holdMs={GO_HOLD_MS}
          tone="go"
          refused="hide"
          label={t("voteGo")}
          dialog={{
            title: t("voteTitle", { role: name }),
            lines: [t("voteBody", { release: plan.info.version, gate: gateName(plan, gate) })],
            confirmLabel: t("voteAct", { role: name }),
          }}
        />
      )}
      {vote === undefined ? null : (
        <CommandButton
          command={{ type: "gate.withdraw", gate: gate.id, round: own.round, as: role }}
          tone="quiet"
          refused="hide"
        >
          {t("withdraw")}
        </CommandButton>
      )}
    </div>
  );
}
