import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { root } from "../build/bundle.mjs";
import { endProcess } from "./end-process";

const PATIENCE_MS = 600_000;

export type Holdpoint = { address: string; process: ChildProcess; start(): Promise<void>; stop(): Promise<void> };

type Wish = {
  port: number;
  dataDir: string;
  administrator: { email: string; password: string };
  isQuiet: boolean;
  /** Ends the waiting, where there is nothing left to wait for. */
  signal: AbortSignal;
};

/** Holdpoint by its one command, with a data folder of its own; it may ask sources on this very machine, because this is a lab. */
export async function startHoldpoint(wish: Wish): Promise<Holdpoint> {
  const { port, dataDir, administrator, isQuiet, signal } = wish;
  const address = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    ...{ PORT: String(port), HOST: "127.0.0.1", PUBLIC_URL: address, HOLDPOINT_DATA_DIR: dataDir },
    ...{ DATABASE_URL: "", DATABASE_MIGRATION_URL: "", HOLDPOINT_ALLOW_LOOPBACK_SOURCES: "true" },
    ...{ HOLDPOINT_ADMIN_EMAIL: administrator.email, HOLDPOINT_ADMIN_PASSWORD: administrator.password },
    ...{ HOLDPOINT_COMMANDS_PER_MINUTE: "1000", HOLDPOINT_IMPORTS_PER_MINUTE: "100" },
  };
  const launch = () =>
    spawn(process.execPath, [resolve(root, "scripts/start.mjs")], {
      cwd: root,
      env,
      stdio: ["ignore", isQuiet ? "ignore" : "inherit", "inherit"],
    });
  const holdpoint: Holdpoint = {
    address,
    process: launch(),
    start: async () => {
      holdpoint.process = launch();
      await untilReady(holdpoint, signal);
    },
    stop: () => endProcess(holdpoint.process),
  };
  await untilReady(holdpoint, signal);
  return holdpoint;
}

async function untilReady(holdpoint: Holdpoint, signal: AbortSignal): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  const isAlive = () => holdpoint.process.exitCode === null && holdpoint.process.signalCode === null;
  while (isAlive() && !signal.aborted && performance.now() < until) {
    const answer = await fetch(`${holdpoint.address}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  await holdpoint.stop();
  throw new Error("Holdpoint did not come up: its last words stand above.");
}
