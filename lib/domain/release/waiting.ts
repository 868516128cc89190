import { EVERYONE, type RoleId } from "../plan/ids";
import type { Gate, Plan, Stage } from "../plan/plan";
import type { PersonId } from "./actor";
import type { ReleaseState } from "./state";

/** Something that a person's role is waited for. `id` is the thing's id in the plan; `title` is plan text. */
export type Waiting = {
  kind:
    | "item"
    | "start"
    | "vote"
    | "decide"
    | "confirm"
    | "stage"
    | "step"
    | "rollback_step"
    | "window"
    | "criterion"
    | "followup";
  id: string;
  role: RoleId;
  title: string;
  /** The person is a substitute for the role. */
  substitute: boolean;
};

type Held = Map<RoleId, { substitute: boolean }>;

/** The roles that a person fills in this release; a creator manages it until the manager's role has somebody. */
export function rolesHeldBy(plan: Plan, state: ReleaseState, person: PersonId): Held {
  const held: Held = new Map();
  for (const role of plan.roles) {
    const assignment = state.roles[role.id];
    if (assignment?.person.id === person) held.set(role.id, { substitute: false });
    else if (assignment?.substitutes.some((one) => one.id === person)) held.set(role.id, { substitute: true });
  }
  const creator = state.created.by;
  if (state.roles[plan.manager] === undefined && creator.kind === "person" && creator.person === person) {
    held.set(plan.manager, { substitute: false });
  }
  return held;
}

/** The role of `owners` under which the person is waited for. What everyone owns, the manager sees to. */
function roleFor(owners: RoleId[], plan: Plan, held: Held): RoleId | null {
  const named = owners.find((role) => role !== EVERYONE && held.has(role));
  if (named !== undefined) return named;
  const ownedByNobody = owners.length === 0 || owners.includes(EVERYONE);
  return ownedByNobody && held.has(plan.manager) ? plan.manager : null;
}

type Scope = { plan: Plan; state: ReleaseState; held: Held; person: PersonId };

function waiting(
  scope: Scope,
  kind: Waiting["kind"],
  thing: { id: string; title: string; owners: RoleId[] },
): Waiting[] {
  const role = roleFor(thing.owners, scope.plan, scope.held);
  if (role === null) return [];
  return [{ kind, id: thing.id, role, title: thing.title, substitute: scope.held.get(role)?.substitute ?? false }];
}

function openItems(scope: Scope): Waiting[] {
  if (!["preparing", "running", "held"].includes(scope.state.status)) return [];
  return scope.plan.sections.flatMap((section) =>
    section.items
      .filter((item) => scope.state.items[item.id]?.status === "open")
      .flatMap((item) =>
        waiting(scope, "item", { id: item.id, title: item.text, owners: item.owners ?? section.owners }),
      ),
  );
}

function gateTitle(plan: Plan, gate: Gate): string {
  const before = gate.before;
  if (before.kind === "completion") return plan.info.version;
  return plan.stages.find((stage) => stage.id === before.stage)?.name ?? gate.id;
}

function openGates(scope: Scope): Waiting[] {
  const { plan, state, held } = scope;
  // A rollback leaves the gates as it found them; nobody is waited for there any more.
  if (!["running", "held"].includes(state.status)) return [];
  return plan.gates.flatMap((gate) => {
    const now = state.gates[gate.id];
    if (now?.status !== "voting") return [];
    const title = gateTitle(plan, gate);
    const votes = gate.voters
      .filter((role) => held.has(role) && now.votes[role] === undefined)
      .map(
        (role): Waiting => ({
          kind: "vote",
          id: gate.id,
          role,
          title,
          substitute: held.get(role)?.substitute ?? false,
        }),
      );
    const complete = gate.voters.every((role) => now.votes[role]?.vote === "go");
    const decide = complete ? waiting(scope, "decide", { id: gate.id, title, owners: [plan.manager] }) : [];
    const asked = now.override?.by.kind === "person" ? now.override.by.person : null;
    // Who asked for the override is not who confirms it.
    const mine =
      asked === null || asked === scope.person
        ? []
        : waiting(scope, "confirm", { id: gate.id, title, owners: [...held.keys()] });
    return [...votes, ...decide, ...mine];
  });
}

function stepsOf(scope: Scope, stage: Stage): Waiting[] {
  const steps = scope.plan.stepGroups
    .filter((group) => stage.stepGroups.includes(group.number))
    .flatMap((g) => g.steps);
  const states = scope.state.stages[stage.id]?.steps ?? {};
  const open = steps.filter((step) =>
    ["pending", "running", "failed", "unknown"].includes(states[step.id]?.status ?? "pending"),
  );
  return open.flatMap((step) => waiting(scope, "step", { id: step.id, title: step.name, owners: stage.owners }));
}

function openStages(scope: Scope): Waiting[] {
  const { plan, state } = scope;
  if (state.status !== "running" && state.status !== "held") return [];
  const current = plan.stages.find((stage) =>
    ["running", "stopped", "failed"].includes(state.stages[stage.id]?.status ?? ""),
  );
  const next = current ?? plan.stages.find((stage) => (state.stages[stage.id]?.status ?? "pending") === "pending");
  if (next === undefined || next.durationMin === null) return [];
  const own = waiting(scope, "stage", { id: next.id, title: next.name, owners: next.owners });
  return current === undefined ? own : [...stepsOf(scope, current), ...own];
}

function afterwards(scope: Scope): Waiting[] {
  const { plan, state } = scope;
  if (state.status === "rolling_back") {
    return (plan.rollback?.steps ?? [])
      .filter((step) => !["done", "skipped"].includes(state.rollback.steps[step.id]?.outcome ?? ""))
      .flatMap((step) => waiting(scope, "rollback_step", { id: step.id, title: step.name, owners: step.owners }));
  }
  if (state.status === "rolled_back") {
    return plan.followups
      .filter((followup) => state.followups[followup.id] === undefined)
      .flatMap((followup) =>
        waiting(scope, "followup", { id: followup.id, title: followup.name, owners: [plan.manager] }),
      );
  }
  if (state.status !== "observing") return [];
  const windows = plan.windows
    .filter((window) => state.windows[window.id] === undefined)
    .flatMap((window) => waiting(scope, "window", { id: window.id, title: window.text, owners: window.owners }));
  const criteria = plan.criteria
    .filter((criterion) => state.criteria[criterion.id] === undefined)
    .flatMap((criterion) =>
      waiting(scope, "criterion", { id: criterion.id, title: criterion.text, owners: [plan.manager] }),
    );
  return [...windows, ...criteria];
}

/** What waits for this person now, most pressing first. An empty list = nothing. */
export function waitingFor(plan: Plan, state: ReleaseState, person: PersonId | null): Waiting[] {
  if (person === null) return [];
  const scope: Scope = { plan, state, held: rolesHeldBy(plan, state, person), person };
  if (scope.held.size === 0) return [];
  const start =
    state.status === "preparing"
      ? waiting(scope, "start", { id: state.releaseId, title: plan.info.version, owners: [plan.manager] })
      : [];
  return [...afterwards(scope), ...openGates(scope), ...openStages(scope), ...openItems(scope), ...start];
}
