import type { ReleaseSnapshot } from "@/lib/contracts/live";
import type { Clock } from "@/lib/ports/clock";
import type { PlanStore } from "@/lib/ports/plan-store";
import type { ReleaseStore } from "@/lib/ports/release-store";
import type { WatchStore } from "@/lib/ports/watch-store";
import { currentState } from "./current-state";

export type GetReleaseSnapshotDeps = {
  releases: Pick<ReleaseStore, "findSnapshot" | "listEvents">;
  plans: Pick<PlanStore, "findPlan">;
  watches: Pick<WatchStore, "findRound">;
  clock: Clock;
};

const recentEvents = 200;

/** Everything a screen needs before the first push, all of one moment; null for an unknown release. */
export async function getReleaseSnapshot(
  deps: GetReleaseSnapshotDeps,
  { releaseId }: { releaseId: string },
): Promise<ReleaseSnapshot | null> {
  const [stored, round] = await Promise.all([
    deps.releases.findSnapshot(releaseId, recentEvents),
    deps.watches.findRound(releaseId),
  ]);
  if (stored === null) return null;
  const { planVersionId, approved, recent, head } = stored;
  const found = await deps.plans.findPlan(planVersionId);
  if (found === null) throw new Error(`Plan version ${planVersionId} is missing.`);
  const { plan, planId } = found;
  const [state, serverNow] = await Promise.all([currentState(deps.releases, plan, stored), deps.clock.read()]);
  return { releaseId, planId, planVersionId, plan, approved, state, recent, head, round, serverNow };
}
