import type { GateId, RoleId } from "../plan/ids";
import type { Thing } from "../policy/relations";
import type { Circumstances } from "./decision";
import { type GateAsked, gateThing, notVoting, roundOver } from "./gate-refusals";
import type { Refusal } from "./refusal";
import { accepted, refuse, refuseBy, refused } from "./refuse";
import { fact, type RuleTable, type Situation, written } from "./rule";
import type { VoteState } from "./state";

function votingRole({ by }: Situation): RoleId | null {
  return by.kind === "person" ? by.role : null;
}

function standingVote(situation: Situation, gate: GateId): VoteState | undefined {
  const role = votingRole(situation);
  return role === null ? undefined : situation.state.gates[gate]?.votes[role];
}

/** A vote belongs to its role; who cast it may take it back even after a hand-over. */
function withdrawThing(circumstances: Circumstances, command: GateAsked): Thing | Refusal {
  const thing = gateThing(circumstances, command);
  const { actor, state } = circumstances;
  if ("kind" in thing || actor.kind === "system") return thing;
  const votes = Object.values(state.gates[command.gate]?.votes ?? {});
  const cast = votes.some((vote) => vote.by.kind === "person" && vote.by.person === actor.person);
  return { ...thing, author: cast ? actor.person : null };
}

/** The role whose vote is taken back: the one acted under, else the one that this person cast. */
function roleToWithdraw(situation: Situation, gate: GateId): RoleId | null {
  const votes = situation.state.gates[gate]?.votes ?? {};
  const role = votingRole(situation);
  if (role !== null && votes[role] !== undefined) return role;
  const { by } = situation;
  if (by.kind === "system") return null;
  const own = Object.values(votes).filter((vote) => vote.by.kind === "person" && vote.by.person === by.person);
  return own[0]?.role ?? null;
}

/** The same vote once more adds nothing, unless it brings the reason that was asked for. */
function sameVote(situation: Situation, gate: GateId, vote: "go" | "no_go", reason: string | null): Refusal | null {
  const known = standingVote(situation, gate);
  if (known?.vote !== vote || (reason !== null && reason !== known.reason)) return null;
  return refuseBy(refuse("already", "vote-already-cast", { role: known.role, vote }), known, "vote.cast");
}

/** How votes are cast and withdrawn. */
export const voteRules = {
  "gate.vote": {
    thing: gateThing,
    already: (situation, command) =>
      roundOver(situation, command) ??
      (command.round === situation.state.gates[command.gate]?.round
        ? sameVote(situation, command.gate, command.vote, written(command.reason))
        : null),
    now: notVoting,
    carryOut: (situation, { gate, round, vote, reason }) => {
      const role = votingRole(situation);
      if (role === null) return refused(refuse("forbidden", "no-role-here"));
      const payload = { gate, round, role, vote, reason: written(reason) };
      return accepted(fact(situation, { type: "vote.cast", payload }));
    },
  },
  "gate.withdraw": {
    thing: withdrawThing,
    already: roundOver,
    now: (situation, command) =>
      notVoting(situation, command) ??
      (roleToWithdraw(situation, command.gate) === null
        ? refuse("not_allowed_now", "no-vote-to-withdraw", { gate: command.gate })
        : null),
    carryOut: (situation, { gate, round }) => {
      const role = roleToWithdraw(situation, gate);
      if (role === null) return refused(refuse("not_allowed_now", "no-vote-to-withdraw", { gate }));
      return accepted(fact(situation, { type: "vote.withdrawn", payload: { gate, round, role } }));
    },
  },
} satisfies Pick<RuleTable, "gate.vote" | "gate.withdraw">;
