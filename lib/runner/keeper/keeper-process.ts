import { readFileSync } from "node:fs";
import { appendRecord } from "../journal/journal";
import { identityOf } from "../journal/process-identity";
import { JobKeeper } from "./keep-job";
import { KeeperOrder } from "./keeper-order";

/** The whole order comes through the standard input. One that was cut off is none: its runner died, and nothing is begun. */
function readOrder(): KeeperOrder | null {
  try {
    return KeeperOrder.parse(JSON.parse(readFileSync(0, "utf8")));
  } catch {
    return null;
  }
}

/** The life of a keeper: one job, beside the runner and not under it. */
export async function runKeeper(): Promise<void> {
  process.umask(0o077);
  // A terminal that closes, or an impatient hand, must not end what runs in production. TERM is the runner's cancel.
  process.on("SIGHUP", () => {});
  process.on("SIGINT", () => {});
  const order = readOrder();
  const identity = identityOf(process.pid);
  if (order === null || identity === null) return;
  const job = new JobKeeper(order);
  process.on("SIGTERM", () => job.stop("cancelled"));
  // Whoever reads this may send a cancel at once.
  appendRecord(order.folder, { kind: "keeper", identity });
  await job.keep();
  // A timer for a KILL that is no longer needed, or a pipe that somebody still holds, keeps nobody waiting.
  process.exit(0);
}
