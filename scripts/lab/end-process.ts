import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

const PATIENCE_MS = 20_000;

/** Ends a process in order, at last without asking. */
export async function endProcess(child: ChildProcess): Promise<void> {
  // One without a number could not be started.
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  // One that a test has stopped would not hear anything else.
  child.kill("SIGCONT");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  await ended.finally(() => clearTimeout(late));
}
