import { setTimeout as sleep } from "node:timers/promises";
import { findProcessIdentity } from "./process-start";

/** Ends the server of a predecessor that was killed: it normally notices by itself, and is made to otherwise. */
export async function endOrphan(pid: number): Promise<void> {
  for (const { signal, waitMs } of [
    { signal: "SIGTERM", waitMs: 12_000 },
    { signal: "SIGKILL", waitMs: 3_000 },
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < waitMs; waited += 50) {
      if ((await findProcessIdentity(pid)) === undefined) return;
      await sleep(50);
    }
  }
}
