"use client";

import { useTranslations } from "next-intl";
import { CommandButton } from "@/components/ui/release/command-button";
import { HoldCommand } from "@/components/ui/release/hold-command";
import { mayPlayRoles } from "@/components/ui/release/playing";
import { useGateName } from "@/components/ui/release/use-gate-name";
import type { RoleId } from "@/lib/domain/plan/ids";
import type { Gate } from "@/lib/domain/plan/plan";
import { roleName } from "@/lib/domain/release/describe";
import { rolesHeldBy } from "@/lib/domain/release/waiting";
import { useRelease } from "@/lib/queries/release/use-release";

const GO_HOLD_MS = 1500;

/** In a rehearsal: voting in a role that is somebody else's, quietly at the end of its row. The log says that it was played. */
export function PlayVote({ gate, role }: { gate: Gate; role: RoleId }) {
  const t = useTranslations("console.gate");
  const gateName = useGateName();
  const { plan, state, viewer } = useRelease();
  const own = state.gates[gate.id];
  if (viewer === null || own?.status !== "voting" || !mayPlayRoles(state, viewer)) return <span />;
  if (rolesHeldBy(plan, state, viewer.person).has(role)) return <span />;
  const cast = { type: "gate.vote", gate: gate.id, round: own.round, as: role } as const;
  const name = roleName(plan, role);
  return (
    <span className="flex gap-1.5">
      <CommandButton command={{ ...cast, vote: "no_go" }} tone="critical" size="small" refused="hide">
        NO
        <span className="sr-only">-GO {t("playing", { role: name })}</span>
      </CommandButton>
      <HoldCommand
        command={{ ...cast, vote: "go", expectedSeq: state.seq }}
        holdMs={GO_HOLD_MS}
        tone="plain"
        size="small"
        refused="hide"
        label={
          <>
            GO<span className="sr-only"> {t("playing", { role: name })}</span>
          </>
        }
        dialog={{
          title: t("voteTitle", { role: name }),
          lines: [t("voteBody", { release: plan.info.version, gate: gateName(plan, gate) }), t("playedNote")],
          confirmLabel: t("voteAct", { role: name }),
        }}
      />
    </span>
  );
}
