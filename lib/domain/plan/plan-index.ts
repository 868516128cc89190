import { type Binding, targetKey } from "./binding";
import type {
  CheckId,
  CriterionId,
  FollowupId,
  GateId,
  ItemId,
  PlaybookId,
  RoleId,
  RollbackStepId,
  StageId,
  StepId,
  TriggerId,
  WindowId,
} from "./ids";
import { EVERYONE } from "./ids";
import type {
  Check,
  ChecklistItem,
  ChecklistSection,
  Followup,
  Gate,
  ObservationWindow,
  Plan,
  Playbook,
  RollbackStep,
  RollbackTrigger,
  Stage,
  Step,
  SuccessCriterion,
} from "./plan";
import { probesOf } from "./probes";

/** Look-ups into one plan version, made once. */
export type PlanIndex = {
  stages: Map<StageId, Stage>;
  /** Stages in the plan's order. */
  inOrder: Stage[];
  /** Steps of a stage, in order, over all its groups. */
  steps: Map<StageId, Map<StepId, Step>>;
  /** Stages that a step serves, in the plan's order. */
  stagesOfStep: Map<StepId, StageId[]>;
  items: Map<ItemId, { item: ChecklistItem; section: ChecklistSection }>;
  gates: Map<GateId, Gate>;
  gateBefore: Map<StageId, Gate>;
  /** Gates that open when this stage starts or is skipped. */
  gatesAfter: Map<StageId, Gate[]>;
  completionGate: Gate | null;
  /** The last row without a duration: it begins with completion. */
  observingStage: Stage | null;
  checks: Map<CheckId, Check>;
  /** The checklist item that a check proves. */
  probes: Map<CheckId, ItemId>;
  triggers: Map<TriggerId, RollbackTrigger>;
  rollbackSteps: Map<RollbackStepId, RollbackStep>;
  followups: Map<FollowupId, Followup>;
  playbooks: Map<PlaybookId, Playbook>;
  windows: Map<WindowId, ObservationWindow>;
  criteria: Map<CriterionId, SuccessCriterion>;
  /** What runners carry out, by target. */
  bindings: Map<string, Binding>;
  /** Every role that the plan names anywhere, the manager first; never "everyone". */
  roles: Map<RoleId, string>;
};

const known = new WeakMap<Plan, PlanIndex>();

/** Look-ups for a plan, built on first use and kept as long as the plan object lives. */
export function indexOf(plan: Plan): PlanIndex {
  const found = known.get(plan);
  if (found !== undefined) return found;
  const index = buildIndex(plan);
  known.set(plan, index);
  return index;
}

function byId<K, T extends { id: K }>(rows: T[]): Map<K, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function buildIndex(plan: Plan): PlanIndex {
  const inOrder = plan.stages.toSorted((a, b) => a.order - b.order);
  const last = inOrder.at(-1);
  const gatesAfter = new Map<StageId, Gate[]>();
  const gateBefore = new Map<StageId, Gate>();
  for (const gate of plan.gates) {
    if (gate.after !== null) gatesAfter.set(gate.after, [...(gatesAfter.get(gate.after) ?? []), gate]);
    if (gate.before.kind === "stage") gateBefore.set(gate.before.stage, gate);
  }
  return {
    stages: byId(plan.stages),
    inOrder,
    ...indexSteps(plan, inOrder),
    items: new Map(plan.sections.flatMap((section) => section.items.map((item) => [item.id, { item, section }]))),
    gates: byId(plan.gates),
    gateBefore,
    gatesAfter,
    completionGate: plan.gates.find((gate) => gate.before.kind === "completion") ?? null,
    observingStage: last !== undefined && last.durationMin === null ? last : null,
    checks: byId(plan.checks),
    probes: probesOf(plan),
    triggers: byId(plan.triggers),
    rollbackSteps: byId(plan.rollback?.steps ?? []),
    followups: byId(plan.followups),
    playbooks: byId(plan.playbooks),
    windows: byId(plan.windows),
    criteria: byId(plan.criteria),
    bindings: new Map(plan.bindings.map((binding) => [targetKey(binding.target), binding])),
    roles: indexRoles(plan),
  };
}

function indexSteps(plan: Plan, inOrder: Stage[]): Pick<PlanIndex, "steps" | "stagesOfStep"> {
  const groups = new Map(plan.stepGroups.map((group) => [group.number, group.steps]));
  const steps = new Map<StageId, Map<StepId, Step>>();
  const stagesOfStep = new Map<StepId, StageId[]>();
  for (const stage of inOrder) {
    const own = byId<StepId, Step>(stage.stepGroups.flatMap((number) => groups.get(number) ?? []));
    steps.set(stage.id, own);
    for (const step of own.keys()) stagesOfStep.set(step, [...(stagesOfStep.get(step) ?? []), stage.id]);
  }
  return { steps, stagesOfStep };
}

function indexRoles(plan: Plan): Map<RoleId, string> {
  const named = new Map(plan.roles.map((role) => [role.id, role.name]));
  const ids: RoleId[] = [
    plan.manager,
    ...named.keys(),
    ...plan.rollbackers,
    ...plan.sections.flatMap((section) => [...section.owners, ...section.items.flatMap((item) => item.owners ?? [])]),
    ...plan.stages.flatMap((stage) => stage.owners),
    ...plan.gates.flatMap((gate) => gate.voters),
    ...(plan.rollback?.steps ?? []).flatMap((step) => step.owners),
    ...plan.windows.flatMap((window) => window.owners),
    ...plan.approvals.map((approval) => approval.role),
  ];
  const roles = new Map<RoleId, string>();
  for (const id of ids) if (id !== EVERYONE) roles.set(id, named.get(id) ?? id.slice("role:".length));
  return roles;
}
