import type { Command } from "./commands";
import type { Refusal } from "./refusal";
import { refuse } from "./refuse";
import type { ReleaseState } from "./state";

/** The event number that the author had seen, where it matters. What stops is never asked: a stale screen may stop. */
function seenSeq(command: Command): number | undefined {
  switch (command.type) {
    case "gate.vote":
      return command.vote === "go" ? command.expectedSeq : undefined;
    case "gate.decide":
      return command.decision === "go" ? command.expectedSeq : undefined;
    case "release.start":
    case "release.resume":
    case "release.complete":
    case "stage.start":
    case "stage.retry":
    case "stage.complete":
    case "gate.override":
    case "gate.confirm":
      return command.expectedSeq;
    default:
      return undefined;
  }
}

/** Whoever confirms without saying what he saw agrees to what the first person saw: the world as it was asked for. */
function hasOvertaken(state: ReleaseState, command: Command, newest: ReleaseState["adverse"][number]): boolean {
  if (command.type !== "gate.confirm") return false;
  const asked = state.gates[command.gate]?.override ?? null;
  return asked !== null && newest.at > asked.at;
}

/** That the world turned against the command since its author looked, with the newest event that did. */
export function staleness(state: ReleaseState, command: Command): Refusal | null {
  const seen = seenSeq(command);
  if (seen !== undefined && seen > state.seq) return refuse("invalid", "seq-ahead", { seq: state.seq });
  const newest = state.adverse.at(-1);
  if (newest === undefined) return null;
  const isStale = seen === undefined ? hasOvertaken(state, command, newest) : newest.seq > seen;
  if (!isStale) return null;
  const by = { actor: newest.by, at: newest.at, type: newest.type };
  return { ...refuse("stale", "world-moved-on", { type: newest.type, seq: newest.seq }), by };
}
