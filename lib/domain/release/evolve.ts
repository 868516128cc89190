import type { Plan } from "../plan/plan";
import { ADVERSE_KEPT, isAdverse } from "./adverse";
import { epochAfter } from "./epoch";
import type { EventType, ReleaseEvent } from "./events";
import type { Fold, FoldTable, PayloadOf } from "./fold";
import { checklistFolds } from "./fold-checklist";
import { faultFolds } from "./fold-fault";
import { gateFolds } from "./fold-gate";
import { jobFolds } from "./fold-job";
import { observationFolds } from "./fold-observation";
import { releaseFolds } from "./fold-release";
import { rollbackFolds } from "./fold-rollback";
import { stageFolds } from "./fold-stage";
import { watchFolds } from "./fold-watch";
import { initialState } from "./initial-state";
import { withoutLeftJobs } from "./job-calls-over";
import type { Mark, ReleaseState } from "./state";
import { turnStopwatches } from "./stopwatch";

const FOLDS: FoldTable = {
  ...releaseFolds,
  ...checklistFolds,
  ...stageFolds,
  ...gateFolds,
  ...rollbackFolds,
  ...observationFolds,
  ...watchFolds,
  ...faultFolds,
  ...jobFolds,
};

/** Events that may start or stop a stopwatch. */
const TURNING: ReadonlySet<string> = new Set(["release", "stage", "gate", "rollback", "source"]);

function turnsStopwatches(type: EventType): boolean {
  return TURNING.has(type.slice(0, type.indexOf(".")));
}

function foldPayload<Type extends keyof FoldTable>(fold: Fold, type: Type, payload: PayloadOf<Type>): ReleaseState {
  return FOLDS[type](fold, payload);
}

function adverseAfter(state: ReleaseState, event: ReleaseEvent): ReleaseState["adverse"] {
  if (!isAdverse(state, event)) return state.adverse;
  const entry = { seq: event.seq, type: event.type, by: event.actor, at: event.at };
  return [...state.adverse.slice(1 - ADVERSE_KEPT), entry];
}

/** A log that does not begin with `release.created` folds onto a live release that knows nothing. */
function firstState(plan: Plan, event: ReleaseEvent, mark: Mark): ReleaseState {
  const clock = { mode: "live" as const, speed: 1, startsAt: event.releaseAt, startedAt: null };
  const payload = event.type === "release.created" ? event.payload : { planVersionId: "", clock, roles: [] };
  return initialState(plan, { releaseId: event.releaseId, seq: event.seq, payload, mark });
}

/** The state after one more event. `state` is null for the log's first event only. Copies what changes and nothing else. */
export function evolve(plan: Plan, state: ReleaseState | null, event: ReleaseEvent): ReleaseState {
  const mark: Mark = { by: event.actor, at: event.at, releaseAt: event.releaseAt };
  if (event.type === "release.created") return firstState(plan, event, mark);
  const before = state ?? firstState(plan, event, mark);
  const folded = foldPayload({ plan, state: before, mark }, event.type, event.payload);
  const after: ReleaseState = {
    ...folded,
    seq: event.seq,
    epoch: epochAfter(before.epoch, event.type),
    lastAt: event.at,
    adverse: adverseAfter(before, event),
  };
  return turnsStopwatches(event.type) ? turnStopwatches(plan, withoutLeftJobs(after), event.releaseAt) : after;
}

/** The state of a whole log, oldest event first; null for an empty one. */
export function foldLog(plan: Plan, events: Iterable<ReleaseEvent>): ReleaseState | null {
  let state: ReleaseState | null = null;
  for (const event of events) state = evolve(plan, state, event);
  return state;
}
