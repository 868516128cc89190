import type { Overview } from "@/lib/contracts/overview";
import { overviewOf, waitingEntries } from "@/lib/domain/release/overview";
import type { ReleaseStatus } from "@/lib/domain/release/state";
import { services } from "./composition";

/** So many releases are looked at in full; what is older than that is listed only. */
const LOOKED_AT = 24;
const OVER: ReadonlySet<ReleaseStatus> = new Set(["closed", "cancelled", "rolled_back"]);

/** What runs, what is planned, what is over, and what of it waits for this person. */
export async function loadOverview(person: string): Promise<Overview> {
  const { listReleases, listPlans, getReleaseSnapshot } = services();
  const [releases, plans] = await Promise.all([listReleases(), listPlans()]);
  // Follow-ups of a rolled back release still wait for somebody.
  const open = releases.filter(({ status }) => status !== "closed" && status !== "cancelled").slice(0, LOOKED_AT);
  const found = await Promise.all(open.map(({ releaseId }) => getReleaseSnapshot({ releaseId })));
  const snapshots = found.filter((snapshot) => snapshot !== null);
  const rows = snapshots.map(({ plan, state, serverNow }) => overviewOf(plan, state, serverNow));
  const isNext = (row: { mode: string; status: string }) => row.mode === "live" && row.status === "preparing";
  return {
    running: rows.filter((row) => !OVER.has(row.status) && !isNext(row)),
    next: rows.filter(isNext).toSorted((one, other) => one.startsAt - other.startsAt),
    waiting: snapshots
      .map(({ releaseId, plan, state }) => ({
        releaseId,
        version: plan.info.version,
        mode: state.clock.mode,
        entries: waitingEntries(plan, state, person),
      }))
      .filter(({ entries }) => entries.length > 0),
    over: releases.filter(({ status }) => OVER.has(status)).slice(0, LOOKED_AT),
    plans: plans.map(({ planId, latest }) => ({
      planId,
      planVersionId: latest.planVersionId,
      title: latest.title,
      version: latest.version,
    })),
  };
}
