import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PATIENCE_MS = 30_000;
const LAST_WORDS = 1_500;

/** A server of somebody else, and the file that keeps what it says. */
type Tool = { name: string; process: ChildProcess; said: string };

/** Whatever it says goes into a file of the folder, so that nobody has to guess why it does not answer. */
export function startTool(folder: string, command: string, ...args: string[]): Tool {
  const said = join(folder, `${command}.said.log`);
  const file = openSync(said, "a", 0o600);
  const child = spawn(command, args, { cwd: folder, stdio: ["ignore", file, file] });
  closeSync(file);
  // One that cannot be started at all ends at once, and is asked in vain: that is told there.
  child.on("error", () => undefined);
  return { name: command, process: child, said };
}

function hasEnded({ exitCode, signalCode, pid }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null || pid === undefined;
}

function lastWords({ said }: Tool): string {
  const text = readFileSync(said, "utf8").trim();
  return text === "" ? "It has said nothing." : `Its last words:\n${text.slice(-LAST_WORDS)}`;
}

/** Waits until a server answers; one that ends instead, or stays silent, is quoted. */
export async function untilAnswers(url: string, what: string | Tool): Promise<void> {
  const tool = typeof what === "string" ? null : what;
  const name = typeof what === "string" ? what : what.name;
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const isOk = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (isOk) return;
    const isGone = tool !== null && hasEnded(tool.process);
    if (isGone || performance.now() > until) {
      const why = isGone ? `${name} has ended, so nobody answers at ${url}.` : `${name} does not answer at ${url}.`;
      throw new Error(tool === null ? why : `${why} ${lastWords(tool)}`);
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}
