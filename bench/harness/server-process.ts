import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Reply } from "./asks";
import type { Pinning } from "./pinning";

export type BenchServer = {
  port: number;
  ask: (ask: string, given?: unknown) => Promise<number>;
  stop: () => Promise<void>;
};

type Waiting = { done: (answer: number) => void; failed: (fault: Error) => void };

function isReply(value: unknown): value is Reply {
  return typeof value === "object" && value !== null && "id" in value;
}

/** Starts this very bundle once more in another role, on the servers' core, and waits until it listens. */
export async function startBenchServer(
  pinning: Pinning,
  { role, given, nodeOptions = [] }: { role: string; given: object; nodeOptions?: string[] },
): Promise<BenchServer> {
  const own = fileURLToPath(import.meta.url);
  const { file, args } = pinning.command(process.execPath, [
    ...["--expose-gc", ...nodeOptions, own],
    ...["--role", role, JSON.stringify(given)],
  ]);
  const child = spawn(file, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const waiting = new Map<number, Waiting>();
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  child.on("message", (value) => {
    if (isReply(value)) settle(waiting, value);
  });
  child.once("exit", () => {
    for (const { failed } of waiting.values()) failed(new Error(`The server "${role}" ended by itself.`));
  });
  const port = await new Promise<number>((done, failed) => waiting.set(0, { done, failed }));
  let asked = 0;
  const ask = (what: string, wanted: unknown = null) =>
    new Promise<number>((done, failed) => {
      asked += 1;
      waiting.set(asked, { done, failed });
      child.send({ id: asked, ask: what, given: wanted });
    });
  return { port, ask, stop: () => stop(child, ended) };
}

function settle(waiting: Map<number, Waiting>, reply: Reply): void {
  const found = waiting.get(reply.id);
  waiting.delete(reply.id);
  if ("fault" in reply) found?.failed(new Error(reply.fault));
  else found?.done(reply.answer);
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.connected) child.disconnect();
  else child.kill("SIGKILL");
  await ended;
}
