import { readFileSync } from "node:fs";

/** nginx gives new workers 100 ms before it tells the old ones to stop. */
const PAUSE_MS = 150;
const LIMIT_MS = 2_000;

/** At once: these are no files of a disk, and a rollback waits for them. */
function readNow(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function accepts(pid: string): boolean {
  const title = readNow(`/proc/${pid}/cmdline`);
  return title.startsWith("nginx: worker") && !title.includes("shutting down");
}

/** The workers that take connections now; empty where the system does not tell. */
function acceptingWorkers(pidFile: string): string[] {
  const master = readNow(pidFile).trim();
  if (!/^\d+$/u.test(master)) return [];
  return readNow(`/proc/${master}/task/${master}/children`)
    .split(" ")
    .filter((one) => one !== "" && accepts(one));
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * To be called before a reload; what it returns waits until the workers of before take no connection any more. They end what they have
 * begun, that may take long and is not waited for.
 */
export function followOldWorkers(pidFile: string): (signal: AbortSignal) => Promise<void> {
  const old = acceptingWorkers(pidFile);
  return async (signal) => {
    if (old.length === 0) return wait(PAUSE_MS);
    const until = performance.now() + LIMIT_MS;
    while (performance.now() < until && !signal.aborted) {
      if (!old.some(accepts)) return;
      await wait(5);
    }
  };
}
