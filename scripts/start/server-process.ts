import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../build/bundle.mjs";

export type ServerProcess = {
  pid: number;
  /** Settles when it has ended, with its exit code (a signal counts as 1). */
  ended: Promise<number>;
  stop: () => Promise<void>;
};

const patienceMs = 15_000;

/** What the server inherits. Never the owner's way into the database: whoever got at the server could alter the log by it. */
export function inheritedEnvironment(given: Readonly<NodeJS.ProcessEnv>): NodeJS.ProcessEnv {
  const { DATABASE_MIGRATION_URL: _owner, ...rest } = given;
  return rest;
}

/** Starts the server in a process group of its own: Ctrl-C reaches this process, which then stops things in order. */
export function startServerProcess(script: string, env: Record<string, string>): ServerProcess {
  const follow = resolve(root, "scripts/start/follow-parent.mjs");
  const child = spawn(process.execPath, ["--enable-source-maps", "--import", follow, script], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...inheritedEnvironment(process.env), ...env },
  });
  const ended = new Promise<number>((done, failed) => {
    child.on("error", failed);
    child.on("exit", (code) => done(code ?? 1));
  });
  return { pid: child.pid ?? 0, ended, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  child.kill("SIGTERM");
  const timer = new AbortController();
  const patience = sleep(patienceMs, undefined, { signal: timer.signal }).then(
    () => child.kill("SIGKILL"),
    () => undefined,
  );
  await ended;
  timer.abort();
  await patience;
}

/** Waits until the server answers that it is ready; false when it ended before. */
export async function waitUntilReady(address: string, server: ServerProcess): Promise<boolean> {
  let running = true;
  server.ended.finally(() => {
    running = false;
  });
  while (running) {
    const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (answer?.status === 200) return true;
    await sleep(50);
  }
  return false;
}
