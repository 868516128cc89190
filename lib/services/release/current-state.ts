import type { Plan } from "@/lib/domain/plan/plan";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import { evolve } from "@/lib/domain/release/evolve";
import { FOLD_VERSION, type ReleaseState } from "@/lib/domain/release/state";
import type { Lane, ReleaseStore, StoredRelease } from "@/lib/ports/release-store";

const pageSize = 1_000;

/** The stored state, or the log folded anew up to the same event when the fold has changed its meaning since. */
export async function currentState(
  releases: Pick<ReleaseStore, "listEvents">,
  plan: Plan,
  stored: Pick<StoredRelease, "releaseId" | "seq" | "foldVersion" | "state">,
  lane: Lane = "ordinary",
): Promise<ReleaseState> {
  if (stored.foldVersion === FOLD_VERSION) return stored.state;
  let state: ReleaseState | null = null;
  while ((state?.seq ?? 0) < stored.seq) {
    const after = state?.seq ?? 0;
    const limit = Math.min(pageSize, stored.seq - after);
    const events: ReleaseEvent[] = await releases.listEvents({ releaseId: stored.releaseId, after, limit, lane });
    if (events.length === 0) throw new Error(`The log of release ${stored.releaseId} ends before ${stored.seq}.`);
    for (const event of events) state = evolve(plan, state, event);
  }
  return state ?? stored.state;
}
