import { evolve } from "@/lib/domain/release/evolve";
import { FOLD_VERSION, type ReleaseState } from "@/lib/domain/release/state";
import type { Hasher } from "@/lib/ports/hasher";
import type { PlanStore } from "@/lib/ports/plan-store";
import type { ReleaseStore } from "@/lib/ports/release-store";
import { walkChain } from "./verify-chain";

export type VerifyReleaseDeps = {
  releases: Pick<ReleaseStore, "withLock" | "listEvents">;
  plans: Pick<PlanStore, "findPlan" | "readContent" | "readRows">;
  hasher: Hasher;
};

/** `seq` is the first bad number of the log; null where the fault is not in the log itself. */
export type Verification =
  | { verdict: "sound"; seq: number; head: string }
  | { verdict: "unknown" }
  | { verdict: "broken"; seq: number | null; wrong: Wrong };

type Wrong = "missing" | "unlinked" | "changed" | "cut-off" | "head" | "state" | "plan" | "plan-rows";

const pageSize = 500;
/** A release is read together with the answer to a key; here nobody asks for one. */
const noCommand = { actor: "", key: "" };

/** Walks a release's log: numbers, chain, stored head, stored state, and the plan that the chain is bound to. */
export async function verifyRelease(
  { releases, plans, hasher }: VerifyReleaseDeps,
  { releaseId }: { releaseId: string },
): Promise<Verification> {
  // Under the lock the state is read as it lies there, never taken from memory.
  const { release: stored } = await releases.withLock(releaseId, "ordinary", (log) => log.load(releaseId, noCommand));
  if (stored === null) return { verdict: "unknown" };
  const found = await plans.findPlan(stored.planVersionId);
  if (found === null) return broken(null, "plan");
  const walk = walkChain(hasher, { release: releaseId, planHash: found.hash });
  let state: ReleaseState | null = null;
  while (walk.at().seq < stored.seq) {
    const page = await releases.listEvents({ releaseId, after: walk.at().seq, limit: pageSize });
    const events = page.filter(({ seq }) => seq <= stored.seq); // the log may have grown meanwhile
    if (events.length === 0) return broken(walk.at().seq + 1, "cut-off");
    const wrong = walk.take(events);
    if (wrong !== null) return broken(wrong.seq, wrong.wrong);
    for (const event of events) state = evolve(found.plan, state, event);
  }
  if (walk.at().hash !== stored.head) return broken(stored.seq, "head");
  const isSame = state !== null && hasher.hash(state) === hasher.hash(stored.state);
  if (stored.foldVersion === FOLD_VERSION && !isSame) return broken(null, "state");
  if (hasher.hash(await plans.readContent(stored.planVersionId)) !== found.hash) return broken(null, "plan");
  if (hasher.hash(await plans.readRows(stored.planVersionId)) !== found.hash) return broken(null, "plan-rows");
  return { verdict: "sound", seq: stored.seq, head: stored.head };
}

function broken(seq: number | null, wrong: Wrong): Verification {
  return { verdict: "broken", seq, wrong };
}
