"use client";

import { useEffect } from "react";
import { Banners } from "@/components/console/banners";
import { ConsoleHeader } from "@/components/console/console-header";
import { StopBar } from "@/components/console/stop-bar";
import { WallMenu } from "@/components/console/wall-menu";
import { RisenPlaybooks } from "@/components/playbook/risen-playbooks";
import { Timeline } from "@/components/timeline/timeline";
import { fetchRunnerParts, OutputPanel } from "@/components/ui/runner/later-runner";
import { useOutputPlace } from "@/components/ui/runner/output-place";
import { RehearsalMark } from "@/components/watch/rehearsal-mark";
import type { StageId } from "@/lib/domain/plan/ids";
import { currentStage, nextStage } from "@/lib/domain/release/current";
import type { Person, ReleaseState } from "@/lib/domain/release/state";
import { useRelease } from "@/lib/queries/release/use-release";
import { CentreHeader } from "./centre-header";
import { CentreTabs } from "./centre-tabs";
import { SidePanel } from "./side-panel";
import { usePlace } from "./use-place";

type Props = { planId: string; source: string; people: Person[] };

const IN_NIGHT: readonly ReleaseState["status"][] = ["running", "held"];

/** The console at a desk: plan on the left, the present in the middle, the hold point on the right, stopping below. */
export function DeskScreen({ planId, source, people }: Props) {
  const { plan, state } = useRelease();
  const { stage: chosen, tab, go } = usePlace();
  const { job, close } = useOutputPlace();
  const isBound = plan.bindings.length > 0;
  useEffect(() => {
    if (isBound) void fetchRunnerParts();
  }, [isBound]);
  const selected = plan.stages.find((stage) => stage.id === chosen) ?? null;
  const now = IN_NIGHT.includes(state.status) ? (currentStage(plan, state) ?? nextStage(plan, state)) : null;
  const shown = selected ?? now;
  const onShow = (stage: StageId) => {
    close();
    go({ stage: stage === now?.id ? null : stage, tab: "work" });
  };
  return (
    <>
      <ConsoleHeader rehearsal={<RehearsalMark />} actions={<WallMenu />} />
      <Banners />
      <RisenPlaybooks />
      <div className="grid min-h-0 flex-1 grid-cols-[230px_minmax(0,1fr)_300px] grid-rows-[minmax(0,1fr)] xl:grid-cols-[310px_minmax(0,1fr)_372px] 2xl:grid-cols-[340px_minmax(0,1fr)_460px]">
        <Timeline shown={shown?.id ?? null} onShow={onShow} />
        <section
          aria-label={shown?.name ?? plan.info.version}
          className="flex min-h-0 min-w-0 flex-col px-7 pt-4.5 pb-3 2xl:px-10"
        >
          {job === null ? (
            <>
              <CentreHeader
                shown={shown}
                isSelected={selected !== null && selected.id !== now?.id}
                onBack={() => go({ stage: null })}
              />
              <CentreTabs shown={shown} source={source} people={people} tab={tab} go={go} />
            </>
          ) : (
            <OutputPanel job={job} />
          )}
        </section>
        <SidePanel planId={planId} onOpenLog={() => go({ tab: "log" })} onOpenMetrics={() => go({ tab: "metrics" })} />
      </div>
      <StopBar />
    </>
  );
}
