import type { CheckId, TriggerId } from "../plan/ids";
import type { Plan } from "../plan/plan";
import { POLICY } from "../policy/policy";
import { type CallAbout, callOf } from "./call";
import { holdAfter, rollbackStart } from "./consequences";
import type { EventDraft } from "./events";
import { requestTrafficBack } from "./job-requests";
import type { Phrase } from "./phrase";
import { consequence, type Situation } from "./rule";
import { simulatedIn } from "./simulated";
import type { CheckVerdict, ReleaseState } from "./state";
import type { Instant } from "./time";

/** A call for a person, unless the same one stands already. */
export function callRaised(state: ReleaseState, about: CallAbout): EventDraft[] {
  const call = callOf(about);
  return state.calls[call] === undefined ? [consequence({ type: "call.raised", payload: { call, about } })] : [];
}

/** Armed acts by itself only with traffic to take back and with every source in sight: blind, people decide. */
function mayActAlone({ rollback, blind, traffic }: ReleaseState): boolean {
  return rollback.armed !== null && blind === null && traffic.wanted > 0;
}

function proposed(situation: Situation, trigger: TriggerId, evidence: string): EventDraft[] {
  return [
    consequence({ type: "trigger.proposed", payload: { trigger, evidence, ...simulatedIn(situation.state) } }),
    ...callRaised(situation.state, { kind: "trigger", trigger }),
  ];
}

/** A dismissed trigger is silent for so long, in real time; what still fails then is called for again. */
export const DISMISSED_MUTES_MS = 600_000;

function isMuted({ state, now }: Pick<Situation, "state" | "now">, trigger: TriggerId): boolean {
  const own = state.dismissed[trigger];
  return own !== undefined && now - own.at < DISMISSED_MUTES_MS;
}

type Failed = { plan: Plan; state: ReleaseState; check: CheckId; now: Instant };

/** Whether a failure that is known already still has something to follow: not armed or blind then, muted then, before the start. */
export function failureIsOwed({ plan, state, check, now }: Failed): boolean {
  if (!POLICY["rollback.start"].statuses.includes(state.status)) return false;
  return plan.triggers.some((one) => {
    if (one.check !== check) return false;
    const mayAct = one.level === "P0" && state.dismissed[one.id] === undefined && mayActAlone(state);
    return mayAct || (state.proposals[one.id] === undefined && !isMuted({ state, now }, one.id));
  });
}

type Seen = { check: CheckId; verdict: CheckVerdict; sentence: string; says?: Phrase | undefined };

/**
 * What follows when a check fails that a rollback trigger stands on: P0 rolls back at once where that is armed, also when it was
 * proposed before that could be (blind, or without traffic), else holds and calls for a decision; P1 calls and proposes a planned
 * rollback. What somebody dismissed never acts by itself under this share until it has passed. Anything but a failure, and a trigger
 * that is proposed or was just dismissed, changes nothing else.
 */
export function verdictFollows(situation: Situation, { check, verdict, sentence, says }: Seen): EventDraft[] {
  const { plan, state, index } = situation;
  const triggers = plan.triggers.filter((one) => one.check === check);
  if (verdict !== "failed" || !POLICY["rollback.start"].statuses.includes(state.status)) return [];
  const worst = triggers.find(({ id, level }) => level === "P0" && state.dismissed[id] === undefined);
  if (worst !== undefined && mayActAlone(state)) {
    const started = consequence(rollbackStart(state, index, { reason: sentence, trigger: worst.id, says }));
    return [started, ...requestTrafficBack(situation)];
  }
  const fresh = triggers.filter(({ id }) => state.proposals[id] === undefined && !isMuted(situation, id));
  const called = fresh.flatMap(({ id }) => proposed(situation, id, sentence));
  return fresh.some(({ level }) => level === "P0") ? [...called, ...holdAfter(situation, sentence, says)] : called;
}
