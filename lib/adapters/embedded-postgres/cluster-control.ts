import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { Binaries } from "./binaries";
import { findPostmaster } from "./postmaster-file";
import { findCommandLine, isAlive } from "./process-identity";
import type { Account } from "./server-account";
import { isPostgresOn } from "./stale-lock";

const run = promisify(execFile);

/** A folder with a Postgres in it and what is needed to act on it. */
export type Cluster = { folder: string; binaries: Binaries; account: Account | undefined };

function options({ account, folder }: Cluster) {
  return { ...account, cwd: folder, env: { ...process.env, LC_ALL: "C" } };
}

function logFile(folder: string): string {
  return join(folder, "server.log");
}

export type StartOutcome = "started" | "port taken";

/** Starts the server in the background, outside this process's group: Ctrl-C must not reach it before the app is done. */
export async function startServer(cluster: Cluster, port: number): Promise<StartOutcome> {
  const before = (await readLog(cluster.folder)).length;
  try {
    const args = ["start", "-D", cluster.folder, "-l", logFile(cluster.folder), "-w", "-t", "60", "-o", `-p ${port}`];
    await run(cluster.binaries.pgCtl, args, options(cluster));
    return "started";
  } catch (error) {
    const said = (await readLog(cluster.folder)).slice(before);
    if (said.includes("Address already in use")) return "port taken";
    const reason = /(?:FATAL|PANIC|ERROR):\s+(.*)/.exec(said)?.[1] ?? (error instanceof Error ? error.message : said);
    throw new Error(`The embedded Postgres did not start: ${reason} (see ${logFile(cluster.folder)})`);
  }
}

async function readLog(folder: string): Promise<string> {
  return readFile(logFile(folder), "utf8").catch(() => "");
}

/** Stops the server and returns when its processes are gone; one that does not obey is stopped without its consent. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const running = await findPostmaster(cluster.folder);
  if (running === undefined) return;
  signal(running.pid, "SIGCONT"); // a frozen server obeys nothing else
  for (const { mode, patienceS } of [
    { mode: "fast", patienceS: 15 },
    { mode: "immediate", patienceS: 5 },
  ]) {
    const args = ["stop", "-D", cluster.folder, "-m", mode, "-w", "-t", String(patienceS)];
    const obeyed = await run(cluster.binaries.pgCtl, args, options(cluster)).then(Boolean, () => false);
    if (obeyed || !isAlive(running.pid)) return;
  }
  signal(running.pid, "SIGKILL"); // its children notice and leave; the next start recovers from the log
  while (isPostgresOn(cluster.folder, await findCommandLine(running.pid))) await sleep(50);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already, which is what is wanted.
  }
}

/** Makes the files of a new server in `target`, which must not exist. */
export async function initialiseFiles(
  cluster: Cluster,
  { target, passwordFile, settings }: { target: string; passwordFile: string; settings: Record<string, string> },
): Promise<void> {
  const flags = Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`);
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  await run(cluster.binaries.initdb, [`--pgdata=${target}`, ...access, ...locale, ...flags], options(cluster));
}
