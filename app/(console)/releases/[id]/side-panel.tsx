"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { StartConditions } from "@/components/console/start-conditions";
import { GatePanel } from "@/components/gate/gate-panel";
import { LatestEvents } from "@/components/log/latest-events";
import type { Gate, Plan } from "@/lib/domain/plan/plan";
import type { ReleaseState } from "@/lib/domain/release/state";
import { useRelease } from "@/lib/queries/release/use-release";
import { CloseConditions } from "./later-parts";

const LATEST = 10;

// Measurements are not there with the page in any case: they come with the first rounds.
const CheckTiles = dynamic(() => import("@/components/gate/check-tiles").then((part) => part.CheckTiles), {
  ssr: false,
});

type Props = { planId: string; onOpenLog: () => void; onOpenMetrics: () => void };

/** The right: what stands between here and the next step forward. */
export function SidePanel({ planId, onOpenLog, onOpenMetrics }: Props) {
  const t = useTranslations("console.side");
  return (
    <aside aria-label={t("title")} className="flex min-h-0 flex-col overflow-y-auto border-line border-l pt-4">
      <Ahead planId={planId} onOpenMetrics={onOpenMetrics} />
      <LatestEvents count={LATEST} onOpen={onOpenLog} />
    </aside>
  );
}

function Ahead({ planId, onOpenMetrics }: Omit<Props, "onOpenLog">) {
  const { plan, state } = useRelease();
  if (state.status === "preparing") return <StartConditions planId={planId} />;
  if (state.status === "observing") return <CloseConditions />;
  const gate = gateAhead(plan, state);
  if (gate === null) return null;
  return (
    <>
      <GatePanel gate={gate} />
      <CheckTiles gate={gate} onOpen={onOpenMetrics} />
    </>
  );
}

/** The hold point that the release stands before: the first whose stage has not begun. */
function gateAhead(plan: Plan, state: ReleaseState): Gate | null {
  if (state.status !== "running" && state.status !== "held") return null;
  return (
    plan.gates
      .toSorted((a, b) => a.order - b.order)
      .find(({ before }) =>
        before.kind === "completion"
          ? state.completed === null
          : ["pending", "stopped", "failed"].includes(state.stages[before.stage]?.status ?? "pending"),
      ) ?? null
  );
}
