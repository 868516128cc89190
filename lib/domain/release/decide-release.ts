import type { RoleId } from "../plan/ids";
import { indexOf } from "../plan/plan-index";
import type { Thing } from "../policy/relations";
import { gatesOpenedByStart } from "./consequences";
import type { Circumstances } from "./decision";
import { closeConditions } from "./end-conditions";
import type { Refusal } from "./refusal";
import { accepted, refuse, refuseBy, refused, refuseUnmet } from "./refuse";
import { fact, type RuleTable, type Situation, written } from "./rule";
import { releaseCompleteConditions } from "./stage-conditions";
import { startConditions } from "./start-conditions";
import type { Person, ReleaseState, RoleAssignment } from "./state";

function roleThing({ plan }: Circumstances, { role }: { role: RoleId }): Thing | Refusal {
  return indexOf(plan).roles.has(role) ? {} : refuse("unknown_id", "unknown-role", { id: role });
}

function sameAssignment(known: RoleAssignment | undefined, person: Person | null, substitutes: Person[]): boolean {
  if (known === undefined) return person === null;
  if (known.person.id !== person?.id || known.substitutes.length !== substitutes.length) return false;
  return known.substitutes.every((one, position) => one.id === substitutes[position]?.id);
}

function namesHimself({ actor, state }: Situation, people: (Person | null)[]): boolean {
  if (state.clock.mode !== "live" || actor.kind !== "person") return false;
  return people.some((person) => person?.id === actor.person);
}

function firstShiftBegun({ index, state }: Situation): Refusal | null {
  const shift = index.inOrder.find((stage) => stage.kind === "shift" && (state.stages[stage.id]?.runs ?? 0) > 0);
  if (shift === undefined) return null;
  const begun = state.stages[shift.id]?.started ?? null;
  return refuseBy(refuse("not_allowed_now", "first-shift-started", { stage: shift.id }), begun, "stage.started");
}

function alreadyStarted(state: ReleaseState): Refusal | null {
  if (state.status !== "running" && state.status !== "held") return null;
  return refuseBy(refuse("already", "release-already-started"), state.started, "release.started");
}

function start(situation: Situation, override: string | undefined) {
  const unmet = refuseUnmet(startConditions(situation));
  const reason = written(override);
  if (override !== undefined && reason === null) return refused(refuse("needs_reason", "reason-needed"));
  if (unmet !== null && reason === null) return refused(unmet);
  const payload = {
    override: unmet === null ? null : reason,
    unmet: (unmet?.unmet ?? []).map((condition) => condition.key),
  };
  return accepted(fact(situation, { type: "release.started", payload }), ...gatesOpenedByStart(situation));
}

type ReleaseCommands =
  | "role.assign"
  | "release.start"
  | "release.hold"
  | "release.resume"
  | "release.cancel"
  | "release.complete"
  | "release.close"
  | "note.add";

/** How a release as a whole is started, held, resumed, cancelled, completed and closed. */
export const releaseRules = {
  "role.assign": {
    thing: roleThing,
    already: ({ state }, { role, person, substitutes = [] }) => {
      if (!sameAssignment(state.roles[role], person, person === null ? [] : substitutes)) return null;
      return refuse("already", "role-already-assigned", { role, person: person?.name ?? "" });
    },
    carryOut: (situation, { role, person, substitutes = [] }) => {
      if (namesHimself(situation, [person, ...substitutes])) {
        return refused(refuse("forbidden", "own-role-in-live", { role }));
      }
      const payload = { role, person, substitutes: person === null ? [] : substitutes };
      return accepted(fact(situation, { type: "role.assigned", payload }));
    },
  },
  "release.start": {
    already: ({ state }) => alreadyStarted(state),
    carryOut: (situation, { override }) => start(situation, override),
  },
  "release.hold": {
    already: ({ state }) =>
      state.status === "held" ? refuseBy(refuse("already", "release-already-held"), state.hold, "release.held") : null,
    carryOut: (situation, { reason }) =>
      accepted(fact(situation, { type: "release.held", payload: { reason: written(reason) } })),
  },
  "release.resume": {
    carryOut: (situation) => accepted(fact(situation, { type: "release.resumed", payload: {} })),
  },
  "release.cancel": {
    already: ({ state }) =>
      state.status === "cancelled"
        ? refuseBy(refuse("already", "release-already-cancelled"), state.ended, "release.cancelled")
        : null,
    now: firstShiftBegun,
    text: ({ reason }) => reason,
    carryOut: (situation, { reason }) =>
      accepted(fact(situation, { type: "release.cancelled", payload: { reason: reason.trim() } })),
  },
  "release.complete": {
    already: ({ state }) =>
      state.status === "observing"
        ? refuseBy(refuse("already", "release-already-completed"), state.completed, "release.completed")
        : null,
    carryOut: (situation) => {
      const unmet = refuseUnmet(releaseCompleteConditions(situation));
      return unmet === null ? accepted(fact(situation, { type: "release.completed", payload: {} })) : refused(unmet);
    },
  },
  "release.close": {
    already: ({ state }) =>
      state.status === "closed"
        ? refuseBy(refuse("already", "release-already-closed"), state.ended, "release.closed")
        : null,
    carryOut: (situation, { reason }) => {
      const unmet = refuseUnmet(closeConditions(situation.plan, situation.state, situation.releaseNow));
      const why = written(reason);
      if (unmet !== null && why === null) return refused(unmet);
      return accepted(fact(situation, { type: "release.closed", payload: { reason: why } }));
    },
  },
  "note.add": {
    text: ({ text }) => text,
    carryOut: (situation, { text }) =>
      accepted(fact(situation, { type: "note.added", payload: { text: text.trim() } })),
  },
} satisfies Pick<RuleTable, ReleaseCommands>;
