import type { CheckId, GateId, RoleId } from "../plan/ids";
import type { Gate, Plan, Stage } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import type { Condition } from "./condition";
import { drillConditions } from "./drill-conditions";
import { itemConditions } from "./item-conditions";
import { condition } from "./make-condition";
import { soakRemainingMs } from "./soak";
import type { GateState, ReleaseState } from "./state";
import { type Instant, releaseTime } from "./time";
import { TERMINAL_STAGE } from "./transitions";
import type { WatchEvidence } from "./watch-evidence";

export type ConditionContext = { plan: Plan; state: ReleaseState; now: Instant; evidence: WatchEvidence };

/** A sampling round older than this many intervals proves nothing. */
const ROUNDS_FRESH = 2;
/** Real time. At a rehearsal's speed rounds follow each other faster than a busy machine may keep up with. */
const LEAST_FRESH_MS = 3_000;

function stagesBefore(plan: Plan, gate: Gate): Stage[] {
  const index = indexOf(plan);
  const guarded = gate.before.kind === "stage" ? index.stages.get(gate.before.stage) : undefined;
  const after = gate.after === null ? undefined : index.stages.get(gate.after);
  if (guarded !== undefined) return index.inOrder.filter((stage) => stage.order < guarded.order);
  return after === undefined ? [] : index.inOrder.filter((stage) => stage.order <= after.order);
}

function stagesCondition({ plan, state }: ConditionContext, gate: Gate): Condition {
  const before = stagesBefore(plan, gate);
  const open = before.filter((stage) => !TERMINAL_STAGE.has(state.stages[stage.id]?.status ?? "pending"));
  const first = open[0];
  return condition("stages", open.length === 0, {
    subject: first?.id ?? "",
    owners: first?.owners ?? [],
    facts: { open: open.length, total: before.length },
  });
}

function soakConditions({ plan, state, now }: ConditionContext, gate: Gate): Condition[] {
  if (gate.after === null) return [];
  const remaining = soakRemainingMs(plan, state, gate.after, releaseTime(state.clock, now));
  if (remaining === null) return [];
  const own = state.stages[gate.after];
  const waits = own?.status === "running" && own.soak.countingSince !== null;
  return [
    condition("soak", remaining === 0, {
      key: `soak:${gate.after}`,
      subject: gate.after,
      facts: { status: own?.status ?? "pending" },
      remainingMs: waits ? remaining : null,
    }),
  ];
}

function voteCondition(state: ReleaseState, own: GateState, role: RoleId): Condition {
  const vote = own.votes[role];
  return condition("votes", vote?.vote === "go", {
    key: `votes:${role}`,
    subject: role,
    owners: [role],
    facts: { vote: vote?.vote ?? "none", person: state.roles[role]?.person.name ?? "" },
    by: vote?.by ?? null,
  });
}

function noGoCondition(own: GateState, voters: RoleId[]): Condition {
  const standing = voters.flatMap((role) => {
    const vote = own.votes[role];
    return vote?.vote === "no_go" ? [vote] : [];
  });
  const first = standing[0];
  return condition("no_go", first === undefined, {
    subject: first?.role ?? "",
    owners: standing.map((vote) => vote.role),
    facts: { standing: standing.length, reason: first?.reason ?? "" },
    by: first?.by ?? null,
  });
}

function isStale(evidence: NonNullable<WatchEvidence>, now: Instant): boolean {
  return now - evidence.roundAt > Math.max(LEAST_FRESH_MS, ROUNDS_FRESH * evidence.intervalMs);
}

/** What was measured under another share proves nothing about the new one. */
function provesNothing({ state, now }: ConditionContext, evidence: NonNullable<WatchEvidence>): boolean {
  return evidence.wantedShare !== state.traffic.wanted || isStale(evidence, now);
}

/** Verdicts of different rounds put together say nothing of any one moment. */
function passedTogether({ now }: ConditionContext, { together }: NonNullable<WatchEvidence>, id: CheckId): boolean {
  if (together === undefined) return true;
  return together.passed.includes(id) && now - together.at <= Math.max(LEAST_FRESH_MS, ROUNDS_FRESH * together.everyMs);
}

/** What a proxy counts is no look at any check. */
function nobodyLooks(evidence: WatchEvidence): evidence is null {
  return evidence === null || evidence.sourceless === true;
}

function checkConditions(context: ConditionContext, gate: Gate): Condition[] {
  const { plan, evidence } = context;
  const index = indexOf(plan);
  const stale = evidence !== null && provesNothing(context, evidence);
  return gate.checks.flatMap((id) => {
    const check = index.checks.get(id);
    if (check === undefined || !check.required) return [];
    const rest = { key: `check:${id}`, subject: id };
    if (nobodyLooks(evidence) || check.measure === null) {
      return [condition("check", "not_watched", { ...rest, facts: { verdict: "not_watched" } })];
    }
    const verdict = stale ? "stale" : (evidence.verdicts[id] ?? "no_data");
    const isPassed = verdict === "passed" && passedTogether(context, evidence, id);
    return [condition("check", isPassed, { ...rest, facts: { verdict } })];
  });
}

function bandMet(context: ConditionContext): Condition["met"] {
  const { evidence } = context;
  if (evidence === null || evidence.band === null) return "not_watched";
  return evidence.band === "in" && !provesNothing(context, evidence) ? "met" : "unmet";
}

function watchConditions(context: ConditionContext): Condition[] {
  const { plan, state, evidence, now } = context;
  const isMeasured = plan.checks.some(({ measure }) => measure !== null);
  const { blind, traffic } = state;
  const unseen = blind !== null || (evidence !== null && isStale(evidence, now));
  const source = unseen ? "unmet" : nobodyLooks(evidence) || !isMeasured ? "not_watched" : "met";
  const band = bandMet(context);
  return [
    condition("source", source, { facts: { source: blind?.source ?? "" } }),
    condition("band", band, {
      facts: { wanted: traffic.wanted, observed: evidence?.observedShare ?? "", band: evidence?.band ?? "" },
    }),
  ];
}

function proposalCondition({ plan, state }: ConditionContext): Condition {
  const open = plan.triggers.filter((trigger) => state.proposals[trigger.id] !== undefined);
  return condition("proposal", open.length === 0, {
    subject: open[0]?.id ?? "",
    owners: [plan.manager],
    facts: { open: open.length, level: open[0]?.level ?? "" },
  });
}

function holdCondition({ plan, state }: ConditionContext): Condition {
  return condition("hold", state.status !== "held", { owners: [plan.manager], by: state.hold?.by ?? null });
}

/** Everything that a go of this gate needs, met or not, at the real instant `now`; nothing for a gate of another plan. */
export function gateConditions(context: ConditionContext, id: GateId): Condition[] {
  const { plan, state } = context;
  const gate = indexOf(plan).gates.get(id);
  const own = state.gates[id];
  if (gate === undefined || own === undefined) return [];
  return [
    ...itemConditions(plan, state),
    stagesCondition(context, gate),
    ...soakConditions(context, gate),
    ...gate.voters.map((role) => voteCondition(state, own, role)),
    noGoCondition(own, gate.voters),
    ...checkConditions(context, gate),
    ...watchConditions(context),
    proposalCondition(context),
    holdCondition(context),
    ...drillConditions(context, gate),
  ];
}
