import type { TrafficCounts, TrafficCountsTaken } from "@/lib/contracts/runner";
import { indexOf } from "@/lib/domain/plan/plan-index";
import { bindingFor } from "@/lib/domain/release/job";
import { TERMINAL_RELEASE } from "@/lib/domain/release/transitions";
import type { RunnerRecord } from "@/lib/ports/runner-store";
import type { TrafficCountStore } from "@/lib/ports/traffic-count-store";
import { reaches } from "./own-job";
import type { FoundRelease, RunnerPorts } from "./runner-ports";

const OFTEN_MS = 5_000;
const SELDOM_MS = 15_000;

const TRAFFIC = { kind: "traffic", share: 0 } as const;

/** Whether this runner's proxy may speak of the release: one under way, within its token's reach, whose traffic the plan gives to this action. */
function maySpeak(found: FoundRelease | null, runner: RunnerRecord, action: string): boolean {
  if (found === null || TERMINAL_RELEASE.has(found.state.status) || !reaches(runner, found, TRAFFIC)) return false;
  const work = bindingFor(indexOf(found.plan), TRAFFIC)?.work;
  return work?.kind === "action" && work.name === action;
}

type Ports = Pick<RunnerPorts, "findRelease"> & { counts: TrafficCountStore };

/** Keeps what a host's proxies have counted, as far as it is about a release under way; says when to tell it again. */
export async function keepCounts(
  { findRelease, counts }: Ports,
  { runner, ask }: { runner: RunnerRecord; ask: TrafficCounts },
): Promise<TrafficCountsTaken> {
  let kept = 0;
  for (const { action, seen } of ask.counts) {
    if (seen.kind !== "observed") continue;
    const releaseId = seen.fence.release;
    if (!maySpeak(await findRelease(releaseId), runner, action)) continue;
    await counts.keep({ releaseId, runnerId: runner.id, action, counts: seen });
    kept += 1;
  }
  return { everyMs: kept > 0 ? OFTEN_MS : SELDOM_MS };
}
