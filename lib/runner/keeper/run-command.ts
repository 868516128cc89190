import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { livingInGroup } from "../journal/process-identity";
import type { KeeperOrder } from "./keeper-order";
import { onlyEnvironment } from "./only-environment";

export type CommandEnd =
  | { kind: "ended"; exitCode: number | null; signal: string | null }
  | { kind: "not_started"; because: string };

type Hands = {
  onPid(pid: number): void;
  onOutput(stream: "out" | "err", chunk: Buffer): void;
  onNote(sentence: string): void;
};

/** Output may come after the last process of the group, but not for ever: one that left the group may hold the pipe open. */
const LAST_OUTPUT_MS = 2000;
const GROUP_POLL_MS = 50;

export type RunningCommand = { done: Promise<CommandEnd>; signal(name: "SIGTERM" | "SIGKILL"): void };

function start(order: KeeperOrder, command: readonly string[], scriptFile: number | null): ChildProcess {
  const [program = "", ...rest] = command;
  const stdio: StdioOptions = ["ignore", "pipe", "pipe", ...(scriptFile === null ? [] : [scriptFile])];
  return spawn(program, rest, {
    cwd: order.workingDirectory,
    env: onlyEnvironment(order.environment),
    // A session and group of its own: a signal meets all of it, and none of ours meets it by chance.
    detached: true,
    stdio,
    ...(order.identity ?? {}),
  });
}

function signalGroup(group: number, name: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(-group, name);
  } catch {
    // Nobody is left in it.
  }
}

/** What a command left running in its group is ended too, and said: nothing goes on unseen. */
async function endRest(group: number, graceMs: number, hands: Hands): Promise<void> {
  const until = Date.now() + Math.min(graceMs, 500);
  while (livingInGroup(group) > 0 && Date.now() < until) await wait(GROUP_POLL_MS);
  const left = livingInGroup(group);
  if (left === 0) return;
  hands.onNote(`It ended and left ${left} of its processes running. They are ended too.`);
  signalGroup(group, "SIGTERM");
  const last = Date.now() + graceMs;
  while (livingInGroup(group) > 0 && Date.now() < last) await wait(GROUP_POLL_MS);
  signalGroup(group, "SIGKILL");
}

function drained(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once("close", () => resolve()));
}

/** One command as a group of processes. Never rejects. */
export function runCommand(
  order: KeeperOrder,
  command: readonly string[],
  scriptFile: number | null,
  hands: Hands,
): RunningCommand {
  let child: ChildProcess;
  try {
    child = start(order, command, scriptFile);
  } catch (error) {
    return { done: Promise.resolve({ kind: "not_started", because: String(error) }), signal: () => {} };
  }
  const group = child.pid;
  const closed = drained(child);
  child.stdout?.on("data", (chunk: Buffer) => hands.onOutput("out", chunk));
  child.stderr?.on("data", (chunk: Buffer) => hands.onOutput("err", chunk));
  const exited = new Promise<CommandEnd>((resolve) => {
    child.once("error", (error) => resolve({ kind: "not_started", because: error.message }));
    child.once("exit", (exitCode, signal) => resolve({ kind: "ended", exitCode, signal }));
  });
  if (group !== undefined) hands.onPid(group);

  async function finish(): Promise<CommandEnd> {
    const end = await exited;
    if (group === undefined || end.kind === "not_started") return end;
    await endRest(group, order.graceMs, hands);
    const isDrained = await Promise.race([closed.then(() => true), wait(LAST_OUTPUT_MS, false)]);
    if (!isDrained) {
      hands.onNote(
        "A process that left the group still holds the output open. What it writes from here on is not read.",
      );
      child.stdout?.destroy();
      child.stderr?.destroy();
    }
    return end;
  }
  return { done: finish(), signal: (name) => group !== undefined && signalGroup(group, name) };
}
