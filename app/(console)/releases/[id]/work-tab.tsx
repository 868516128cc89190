"use client";

import { SectionProgress } from "@/components/console/section-progress";
import { StageActs } from "@/components/stage/stage-acts";
import { StepList } from "@/components/stage/step-list";
import type { Stage } from "@/lib/domain/plan/plan";
import type { Person } from "@/lib/domain/release/state";
import { useRelease } from "@/lib/queries/release/use-release";
import {
  FollowupList,
  ObservationWindows,
  RollbackActs,
  RollbackProcedure,
  Roster,
  SuccessCriteria,
} from "./later-parts";

/** What is to be done now: the stage's steps, the preparation, the way back, the watch afterwards. */
export function WorkTab({ shown, people }: { shown: Stage | null; people: Person[] }) {
  const { state } = useRelease();
  if (shown !== null) {
    return (
      <div className="flex min-h-full flex-col">
        <div className="flex-1">
          <StepList stage={shown} />
        </div>
        <div className="sticky bottom-0 bg-bg pb-1">
          <StageActs stage={shown} />
        </div>
      </div>
    );
  }
  switch (state.status) {
    case "preparing":
      return (
        <>
          <SectionProgress />
          <Roster people={people} />
        </>
      );
    case "rolling_back":
      return (
        <div className="flex min-h-full flex-col">
          <div className="flex-1">
            <RollbackProcedure />
          </div>
          <div className="sticky bottom-0 bg-bg pb-1">
            <RollbackActs />
          </div>
        </div>
      );
    case "rolled_back":
      return (
        <>
          <FollowupList />
          <RollbackProcedure />
        </>
      );
    default:
      return (
        <>
          <ObservationWindows />
          <SuccessCriteria />
        </>
      );
  }
}
