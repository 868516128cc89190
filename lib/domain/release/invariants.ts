import type { Plan } from "../plan/plan";
import { indexOf } from "../plan/plan-index";
import { epochAfter } from "./epoch";
import type { ReleaseEvent } from "./events";
import { evolve } from "./evolve";
import { gateStanding } from "./gate-standing";
import { unknownTransitions } from "./machine-invariant";
import { sameValue } from "./same-value";
import type { ReleaseState } from "./state";
import { TERMINAL_RELEASE } from "./transitions";

type Step = { plan: Plan; before: ReleaseState; event: ReleaseEvent };
type Check = (step: Step) => string | null;

const AFTER_THE_END: ReadonlySet<ReleaseEvent["type"]> = new Set<ReleaseEvent["type"]>([
  "note.added",
  "followup.completed",
  "job.ended",
  "job.lost",
  "step.output",
]);

/** I3: numbers without gaps, times that never go back. */
const inOrder: Check = ({ before, event }) => {
  if (event.seq !== before.seq + 1) return `I3: event ${event.seq} (${event.type}) follows ${before.seq}`;
  return event.at < before.lastAt ? `I3: event ${event.seq} is older than the one before it` : null;
};

const epochRises: Check = ({ before, event }) => {
  const expected = epochAfter(before.epoch, event.type);
  return event.epoch === expected ? null : `epoch of event ${event.seq} is ${event.epoch}, not ${expected}`;
};

/** I5: no shift before its GO, none while held or rolling back. */
const shiftHasItsGo: Check = ({ plan, before, event }) => {
  if (event.type !== "stage.started") return null;
  if (before.status !== "running") return `I5: ${event.payload.stage} was started while ${before.status}`;
  const gate = indexOf(plan).gateBefore.get(event.payload.stage);
  if (gate === undefined) return null;
  const standing = gateStanding(before, gate, event.releaseAt);
  return standing === "go" ? null : `I5: ${event.payload.stage} was started while ${gate.id} was ${standing}`;
};

/** I5: traffic grows to a running shift's share and in no other way. */
const trafficFollowsShifts: Check = ({ plan, before, event }) => {
  if (event.type !== "traffic.set" || event.payload.share <= before.traffic.wanted) return null;
  const shifts = plan.stages.filter((stage) => stage.kind === "shift" && before.stages[stage.id]?.status === "running");
  const planned = shifts.some((stage) => stage.share === event.payload.share);
  return before.status === "running" && planned ? null : `I5: traffic went to ${event.payload.share} out of turn`;
};

/** What is over stays over. */
const endIsTheEnd: Check = ({ before, event }) =>
  TERMINAL_RELEASE.has(before.status) && !AFTER_THE_END.has(event.type)
    ? `event ${event.seq} (${event.type}) came after the release was ${before.status}`
    : null;

const CHECKS: readonly Check[] = [inOrder, epochRises, shiftHasItsGo, trafficFollowsShifts, endIsTheEnd];

/** I1: at most one decision ends a round. */
function decisionsTwice(events: readonly ReleaseEvent[]): string[] {
  const ended = new Set<string>();
  return events.flatMap((event) => {
    if (event.type !== "gate.decided" && event.type !== "gate.overridden" && event.type !== "gate.expired") return [];
    const round = `${event.payload.gate} round ${event.payload.round}`;
    if (ended.has(round)) return [`I1: ${round} was ended twice, again by event ${event.seq}`];
    ended.add(round);
    return [];
  });
}

/**
 * What is wrong with a release, one sentence each; empty when nothing is. `events` is the whole log, oldest first; `state` is
 * what was stored (I1, I3, I5 and I9 of ARCHITECTURE.md; the rest needs more than a log).
 */
export function checkInvariants(plan: Plan, events: readonly ReleaseEvent[], state: ReleaseState): string[] {
  const wrong = decisionsTwice(events);
  let folded: ReleaseState | null = null;
  for (const event of events) {
    const before: ReleaseState | null = folded;
    folded = evolve(plan, before, event);
    if (before === null) {
      if (event.type !== "release.created" || event.seq !== 1)
        wrong.push("I3: the log does not begin with its creation");
      continue;
    }
    const step: Step = { plan, before, event };
    for (const check of CHECKS) {
      const sentence = check(step);
      if (sentence !== null) wrong.push(sentence);
    }
    wrong.push(...unknownTransitions({ before, after: folded, by: event.type }));
  }
  if (!sameValue(folded, state)) wrong.push("I9: folding the log does not give the stored state");
  return wrong;
}
