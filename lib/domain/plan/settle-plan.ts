import { withoutLostTargets } from "./binding-text";
import { deriveChecks } from "./derive-checks";
import { deriveGates, rollbackersOf } from "./derive-gates";
import type { CheckId } from "./ids";
import type { Check, Gate, Plan, Playbook, RollbackTrigger } from "./plan";
import { probesOf } from "./probes";

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What follows from the rest of a plan. */
function derived(plan: Plan) {
  const { checks, triggers, checksAt } = deriveChecks(plan.canary, plan.triggers);
  const { stages, sections, roles, manager } = plan;
  const gates = deriveGates({ stages, sections, roles, manager, checksAt });
  return { checks, triggers, gates, rollbackers: rollbackersOf({ stages, roles, manager }) };
}

const guardOf = ({ before }: Gate) => (before.kind === "stage" ? before.stage : "completion");

/** A gate keeps what somebody has set about it, and takes over what only followed from the plan. */
function settleGate(next: Gate, kept: Gate | undefined, once: Gate | undefined): Gate {
  if (kept === undefined) return next;
  const { fourEyes, timeout, lapseMin, drillWithinHours } = kept;
  const isSet = (field: "voters" | "checks") => once !== undefined && !same(kept[field], once[field]);
  return {
    ...{ ...next, fourEyes, timeout, lapseMin },
    ...(drillWithinHours === undefined ? {} : { drillWithinHours }),
    voters: isSet("voters") ? kept.voters : next.voters,
    checks: isSet("checks") ? kept.checks : next.checks,
  };
}

/** A check keeps how it is measured as long as it is about the same words. */
function settleChecks(next: readonly Check[], kept: readonly Check[], once: readonly Check[]): Check[] {
  const settled = next.map((check) => {
    const before = kept.find(({ text }) => text === check.text) ?? kept.find(({ id }) => id === check.id);
    const isSame = before?.text === check.text;
    return before !== undefined && isSame
      ? { ...before, id: check.id, lines: check.lines }
      : { ...check, required: before?.required ?? check.required };
  });
  const ownIds = new Set(once.map(({ id }) => id));
  return [...settled, ...kept.filter(({ id }) => !ownIds.has(id))];
}

function settleTriggers(plan: Plan, next: readonly RollbackTrigger[], checks: readonly Check[]): RollbackTrigger[] {
  const known = new Set<CheckId>(checks.map(({ id }) => id));
  return plan.triggers.map((trigger, index) => {
    const check = next[index]?.check ?? trigger.check;
    return { ...trigger, check: check !== null && known.has(check) ? check : null };
  });
}

/** What no check measures any more raises no playbook either. */
function settleMatchers(playbook: Playbook, known: ReadonlySet<CheckId>): Playbook {
  if (playbook.matchers === undefined) return playbook;
  const matchers = playbook.matchers.filter((matcher) => matcher.kind !== "check" || known.has(matcher.check));
  return { ...playbook, matchers };
}

/** A probe is about the words of its item: where these were edited, it goes with them, and stays a probe while they are no other item's. */
function withItsItem(checks: readonly Check[], edited: Plan, before: Plan): Check[] {
  const probes = probesOf(before);
  const words = new Map(edited.sections.flatMap(({ items }) => items).map(({ id, text }) => [id, text]));
  return checks.map((check) => {
    const item = probes.get(check.id);
    const text = item === undefined ? undefined : words.get(item);
    return text === undefined || text === check.text ? check : { ...check, text, name: text };
  });
}

/**
 * An edited plan with everything that follows from the edit: numbers in order, no reference to what is gone, gates, checks and
 * rollback rights derived anew. What somebody had set by hand about a gate or a check (it differs from what had followed) stays.
 */
export function settlePlan(edited: Plan, before: Plan): Plan {
  const groups = new Set(edited.stepGroups.map(({ number }) => number));
  const roles = new Set(edited.roles.map(({ id }) => id));
  const plan: Plan = {
    ...edited,
    canary: edited.canary.map((stage, index) => ({ ...stage, order: index + 1 })),
    stages: edited.stages.map((stage, index) => ({
      ...{ ...stage, order: index + 1 },
      stepGroups: stage.stepGroups.filter((number) => groups.has(number)),
    })),
  };
  const now = derived(plan);
  const once = derived(before);
  const checks = settleChecks(now.checks, withItsItem(edited.checks, edited, before), once.checks);
  const known = new Set(checks.map(({ id }) => id));
  const gates = now.gates.map((gate) => {
    const settled = settleGate(
      gate,
      edited.gates.find((one) => guardOf(one) === guardOf(gate)),
      once.gates.find((one) => guardOf(one) === guardOf(gate)),
    );
    const voters = settled.voters.filter((role) => roles.has(role));
    return { ...settled, voters, checks: settled.checks.filter((id) => known.has(id)) };
  });
  const isOwn = same(edited.rollbackers, once.rollbackers);
  return {
    ...plan,
    bindings: withoutLostTargets(plan),
    gates,
    checks,
    triggers: settleTriggers(plan, now.triggers, checks),
    playbooks: plan.playbooks.map((playbook) => settleMatchers(playbook, known)),
    rollbackers: isOwn ? now.rollbackers : edited.rollbackers,
  };
}
