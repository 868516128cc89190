import type { Lane } from "@/lib/contracts/runner";
import type { TrafficPermit } from "@/lib/ports/traffic-driver";
import { monotonicMs } from "../keeper/monotonic";

/** An answer is believed no longer than this after it was asked for. */
const FRESH_MS = 3000;
/** Under the lock of a proxy nobody waits longer for an answer: a rollback may want that lock. */
const ANSWER_MS = 2000;

type Asking = {
  lane: Lane;
  /** Aborted when the server has said that the job must end. */
  withdrawn: AbortSignal;
  isCancelled(): boolean;
  /** Whether the server, and this host's own memory of epochs, still let it; false also where nobody answers. */
  ask(timeoutMs: number, signal: AbortSignal): Promise<boolean>;
};

/** Two clocks: the one stands still while the machine sleeps, the other can be set. */
function readClocks(): number[] {
  return [Date.now(), monotonicMs()];
}

/**
 * The leave of a job to move traffic. A rollback has got its own with its start: it goes on while the server cannot be reached, until
 * somebody cancels it before it takes effect. Everything else is asked for anew.
 */
export function trafficPermit({ lane, withdrawn, isCancelled, ask }: Asking, read = readClocks): TrafficPermit {
  if (lane === "rollback") {
    return { withdrawn: new AbortController().signal, mayStill: async () => !isCancelled() };
  }
  return {
    withdrawn,
    mayStill: async (signal) => {
      while (!withdrawn.aborted && !signal.aborted) {
        const asked = read();
        if (!(await ask(ANSWER_MS, signal).catch(() => false))) return false;
        // This process may have stood still before it read the answer.
        if (read().every((now, clock) => now - (asked[clock] ?? 0) <= FRESH_MS))
          return !withdrawn.aborted && !signal.aborted;
      }
      return false;
    },
  };
}
