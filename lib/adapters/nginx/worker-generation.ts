import { readFile } from "node:fs/promises";

/** nginx gives new workers 100 ms before it tells the old ones to stop. */
const PAUSE_MS = 150;
const LIMIT_MS = 2_000;

async function readProc(path: string): Promise<string> {
  return readFile(`/proc/${path}`, "utf8").catch(() => "");
}

async function accepts(pid: string): Promise<boolean> {
  const title = await readProc(`${pid}/cmdline`);
  return title.startsWith("nginx: worker") && !title.includes("shutting down");
}

/** The workers that take connections now; empty where the system does not tell. */
async function acceptingWorkers(pidFile: string): Promise<string[]> {
  const master = (await readFile(pidFile, "utf8").catch(() => "")).trim();
  if (!/^\d+$/u.test(master)) return [];
  const children = (await readProc(`${master}/task/${master}/children`)).split(" ").filter((one) => one !== "");
  const are = await Promise.all(children.map(accepts));
  return children.filter((_, at) => are[at]);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * To be called before a reload; what it returns waits until the workers of before take no connection any more. They end what they have
 * begun, that may take long and is not waited for.
 */
export async function followOldWorkers(pidFile: string): Promise<(signal: AbortSignal) => Promise<void>> {
  const old = await acceptingWorkers(pidFile);
  return async (signal) => {
    if (old.length === 0) return wait(PAUSE_MS);
    const until = performance.now() + LIMIT_MS;
    while (performance.now() < until && !signal.aborted) {
      if (!(await Promise.all(old.map(accepts))).includes(true)) return;
      await wait(5);
    }
  };
}
