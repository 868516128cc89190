import type { JobEnd } from "../journal/journal";
import type { KeeperOrder } from "./keeper-order";
import type { CommandEnd } from "./run-command";

export type StopReason = "cancelled" | "timed_out";
export type CommandSum = Pick<JobEnd, "outcome" | "refusal" | "exitCode" | "signal" | "says">;

/** What the end of a command, and who wanted it, make of its job. */
export function sumOf(end: CommandEnd, stop: StopReason | null, order: KeeperOrder): CommandSum {
  if (end.kind === "not_started") {
    const says = `It could not be started: ${end.because}.`;
    return { outcome: "failed", refusal: "cannot_start", exitCode: null, signal: null, says };
  }
  const { exitCode, signal } = end;
  const ended = signal === null ? `It ended with ${exitCode}.` : `It was ended by ${signal}.`;
  const facts = { refusal: null, exitCode, signal };
  if (stop === "cancelled") return { ...facts, outcome: "cancelled", says: `Cancelled. ${ended}` };
  if (stop === "timed_out" && order.followed) {
    return {
      ...facts,
      outcome: "succeeded",
      says: `Followed for ${order.limitMs / 1000} s, then ended as the host's file says.`,
    };
  }
  if (stop === "timed_out") {
    return {
      ...facts,
      outcome: "timed_out",
      says: `It took longer than its limit of ${order.limitMs / 1000} s. ${ended}`,
    };
  }
  return { ...facts, outcome: exitCode === 0 ? "succeeded" : "failed", says: ended };
}
