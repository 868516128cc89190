import type { Plan } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import type { PayloadOf } from "./fold";
import { scriptGiven } from "./script-state";
import {
  FOLD_VERSION,
  type GateState,
  type ItemState,
  type Mark,
  type ReleaseState,
  type StageState,
  type StepState,
} from "./state";

const NOT_COUNTING = { countedMs: 0, countingSince: null };
const UNTOUCHED_STEP: StepState = { status: "pending", started: null, ended: null };
const OPEN_ITEM: ItemState = { status: "open", revoked: null, expired: null };
const SHUT_GATE: GateState = {
  status: "shut",
  round: 0,
  opened: null,
  votes: {},
  override: null,
  decision: null,
  waited: NOT_COUNTING,
  rounds: [],
};

function stagesOf(plan: Plan): ReleaseState["stages"] {
  const index = indexOf(plan);
  const stages: ReleaseState["stages"] = {};
  for (const stage of plan.stages) {
    const steps: StageState["steps"] = {};
    for (const step of index.steps.get(stage.id)?.keys() ?? []) steps[step] = UNTOUCHED_STEP;
    stages[stage.id] = { status: "pending", runs: 0, started: null, ended: null, soak: NOT_COUNTING, steps };
  }
  return stages;
}

function itemsOf(plan: Plan): ReleaseState["items"] {
  const items: ReleaseState["items"] = {};
  for (const id of indexOf(plan).items.keys()) items[id] = OPEN_ITEM;
  return items;
}

function gatesOf(plan: Plan): ReleaseState["gates"] {
  const gates: ReleaseState["gates"] = {};
  for (const gate of plan.gates) gates[gate.id] = SHUT_GATE;
  return gates;
}

function rolesOf(payload: PayloadOf<"release.created">, mark: Mark): ReleaseState["roles"] {
  const roles: ReleaseState["roles"] = {};
  for (const { role, person, substitutes } of payload.roles) roles[role] = { person, substitutes, since: mark.at };
  return roles;
}

type First = { releaseId: string; seq: number; payload: PayloadOf<"release.created">; mark: Mark };

/** The state after `release.created`: everything of the plan untouched. */
export function initialState(plan: Plan, { releaseId, seq, payload, mark }: First): ReleaseState {
  const stages = stagesOf(plan);
  return {
    foldVersion: FOLD_VERSION,
    releaseId,
    planVersionId: payload.planVersionId,
    status: "preparing",
    clock: payload.clock,
    seq,
    epoch: 0,
    lastAt: mark.at,
    created: mark,
    started: null,
    hold: null,
    completed: null,
    ended: null,
    roles: rolesOf(payload, mark),
    items: itemsOf(plan),
    stages,
    gates: gatesOf(plan),
    traffic: { wanted: 0, observed: null, inBand: null, takenBack: null },
    rollback: {
      status: "none",
      scheduled: null,
      started: null,
      completed: null,
      steps: {},
      armed: null,
      drill: null,
    },
    playbooks: [],
    matches: {},
    followups: {},
    windows: {},
    criteria: {},
    checks: {},
    blind: null,
    alerts: {},
    proposals: {},
    dismissed: {},
    calls: {},
    jobs: {},
    faults: {},
    script:
      payload.faultScript === undefined ? null : scriptGiven({ started: null, stages }, mark, payload.faultScript),
    adverse: [],
    noteCount: 0,
  };
}
