import type { StageId, TriggerId } from "../plan/ids";
import type { EventBody, EventDraft } from "./events";
import { jobsOf } from "./job";
import type { Phrase } from "./phrase";
import { consequence, fact, type Situation } from "./rule";
import type { ReleaseState, StageStatus } from "./state";

/** Gates whose votes begin to count when a stage starts or is skipped. */
export function gatesOpenedBy({ index, state }: Situation, stage: StageId): EventDraft[] {
  const gates = index.gatesAfter.get(stage) ?? [];
  const shut = gates.filter((gate) => state.gates[gate.id]?.status === "shut");
  return shut.map((gate) => consequence({ type: "gate.opened", payload: { gate: gate.id, round: 1 } }));
}

/** Gates that nothing stands in front of: they open with the release. */
export function gatesOpenedByStart({ plan }: Situation): EventDraft[] {
  const first = plan.gates.filter((gate) => gate.after === null);
  return first.map((gate) => consequence({ type: "gate.opened", payload: { gate: gate.id, round: 1 } }));
}

/** The judge's reason as every reader can be told it; nothing where a person gave the reason. */
export function saidAs(says: Phrase | undefined): { says?: Phrase } {
  return says === undefined ? {} : { says };
}

/** The hold that follows from something; nothing when the release is held already. */
export function holdAfter(situation: Situation, reason: string | null, says?: Phrase): EventDraft[] {
  if (situation.state.status !== "running") return [];
  return [fact(situation, { type: "release.held", payload: { reason, ...saidAs(says) } })];
}

const UNDER_WAY: ReadonlySet<StageStatus> = new Set(["running", "stopped", "failed"]);

/**
 * The share that a rollback finds: the one that was set, or what a move since then has come to that still runs, that nobody saw the end of,
 * or that came too late to be set.
 */
function foundShare(state: ReleaseState): number {
  const { wanted, takenBack } = state.traffic;
  let share = wanted;
  for (const { job } of jobsOf(state).toReversed()) {
    const { purpose, status, ended } = job;
    if (purpose.kind !== "traffic") continue;
    const hasMoved = ended?.outcome === "succeeded" && ended.byHand !== true;
    const isOlder = takenBack !== null && ended !== null && ended.at <= takenBack.at;
    if (isOlder || (hasMoved && ended.counted)) break;
    const isUnknown = status === "running" || ended?.outcome === "lost" || ended?.outcome === "timed_out";
    if (hasMoved || isUnknown) share = Math.max(share, purpose.share);
  }
  return share;
}

/** The start of a rollback: what it takes back, and from which share. */
export function rollbackStart(state: ReleaseState, index: Situation["index"], why: RollbackReason): EventBody {
  const under = index.inOrder.filter((stage) => UNDER_WAY.has(state.stages[stage.id]?.status ?? "pending"));
  return {
    type: "rollback.started",
    payload: {
      reason: why.reason,
      trigger: why.trigger,
      fromShare: foundShare(state),
      reverted: under.map((stage) => stage.id),
      ...saidAs(why.says),
    },
  };
}

type RollbackReason = { reason: string | null; trigger: TriggerId | null; says?: Phrase | undefined };
