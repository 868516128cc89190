import type { GateId, RoleId } from "../plan/ids";
import type { ReleaseEvent } from "../release/events";
import type { GateOutcome } from "../release/state";

type ReportedVote = {
  role: RoleId;
  vote: "go" | "no_go";
  reason: string | null;
  cast: ReleaseEvent;
  /** Taken back by its author or a successor, or replaced by a later vote of the same role. */
  replaced: boolean;
};

/** One round of one gate as the log has it. */
export type GateRoundReport = {
  gate: GateId;
  round: number;
  votes: ReportedVote[];
  outcome: GateOutcome | "expired" | "lapsed" | "open";
  /** The event that ended the round; null while it is open. */
  ended: ReleaseEvent | null;
  reason: string | null;
  /** Keys of the conditions that were not met when it was overridden. */
  unmet: string[];
  notWatched: string[];
};

type GateEvent = Extract<
  ReleaseEvent,
  {
    type:
      | "gate.opened"
      | "vote.cast"
      | "vote.withdrawn"
      | "gate.decided"
      | "gate.overridden"
      | "gate.expired"
      | "gate.lapsed";
  }
>;

function isGateEvent(event: ReleaseEvent): event is GateEvent {
  return ["gate.opened", "vote.cast", "vote.withdrawn", "gate.decided", "gate.overridden"]
    .concat(["gate.expired", "gate.lapsed"])
    .includes(event.type);
}

function withoutStanding(votes: ReportedVote[], role: RoleId): ReportedVote[] {
  return votes.map((vote) => (vote.role === role ? { ...vote, replaced: true } : vote));
}

function addEvent(round: GateRoundReport, event: GateEvent): GateRoundReport {
  switch (event.type) {
    case "gate.opened":
      return round;
    case "vote.cast": {
      const { role, vote, reason } = event.payload;
      const cast: ReportedVote = { role, vote, reason, cast: event, replaced: false };
      return { ...round, votes: [...withoutStanding(round.votes, role), cast] };
    }
    case "vote.withdrawn":
      return { ...round, votes: withoutStanding(round.votes, event.payload.role) };
    case "gate.decided": {
      const { decision, reason, notWatched } = event.payload;
      return { ...round, outcome: decision, ended: event, reason, notWatched };
    }
    case "gate.overridden": {
      const { reason, unmet } = event.payload;
      return { ...round, outcome: "override", ended: event, reason, unmet };
    }
    case "gate.expired":
      return { ...round, outcome: "expired", ended: event };
    case "gate.lapsed":
      return { ...round, outcome: "lapsed", ended: event };
    default:
      return round;
  }
}

/** Every round of every gate, in the order in which they opened, with its votes and how it ended. */
export function gateRounds(events: ReleaseEvent[]): GateRoundReport[] {
  const rounds = new Map<string, GateRoundReport>();
  for (const event of events) {
    if (!isGateEvent(event)) continue;
    const { gate, round } = event.payload;
    const key = `${gate} ${round}`;
    const known: GateRoundReport = rounds.get(key) ?? {
      gate,
      round,
      votes: [],
      outcome: "open",
      ended: null,
      reason: null,
      unmet: [],
      notWatched: [],
    };
    rounds.set(key, addEvent(known, event));
  }
  return [...rounds.values()];
}
