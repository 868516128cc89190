import type { Plan } from "../plan/plan";
import { newestJob } from "./job";
import type { ReleaseState } from "./state";
import type { Instant } from "./time";

const MINUTE_MS = 60_000;

/** How the driver's own way back stands, in release time; `targetMs` is what the plan gives the switch itself. */
export type BackByDriver = {
  standing: "asked" | "running" | "back" | "by_hand" | "failed" | "late" | "lost";
  since: Instant;
  until: Instant | null;
  targetMs: number | null;
};

/** The newest move of the traffic back by its driver, in the rollback that was begun; null where none was asked for. */
export function backByDriver({ blueGreen }: Pick<Plan, "blueGreen">, state: ReleaseState): BackByDriver | null {
  const { started } = state.rollback;
  const newest = newestJob(state, { kind: "traffic", share: 0 });
  if (started === null || newest === null || newest.job.lane !== "rollback") return null;
  const { ended, status } = newest.job;
  const minutes = blueGreen?.rollbackWithinMin ?? null;
  const rest = { since: started.releaseAt, targetMs: minutes === null ? null : minutes * MINUTE_MS };
  if (ended === null) return { ...rest, standing: status === "running" ? "running" : "asked", until: null };
  if (ended.outcome === "succeeded" && ended.byHand === true) return { ...rest, standing: "by_hand", until: null };
  if (ended.outcome === "lost") return { ...rest, standing: "lost", until: null };
  if (ended.outcome !== "succeeded") return { ...rest, standing: "failed", until: null };
  return ended.counted
    ? { ...rest, standing: "back", until: ended.releaseAt }
    : { ...rest, standing: "late", until: null };
}
