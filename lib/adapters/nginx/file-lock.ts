import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";

export type HeldLock = {
  kind: "held";
  /** Aborts when the lock is lost before it was given back. */
  lost: AbortSignal;
  release(): Promise<void>;
};
export type LockReply = HeldLock | { kind: "busy"; holder: string } | { kind: "fault"; detail: string };

const BUSY = 75;

/** Who holds it, for the person who must find and end him; the lock itself is flock's. */
async function readHolder(file: string): Promise<string> {
  return readFile(file, "utf8").then(
    (text) => text.trim().slice(0, 200) || "?",
    () => "?",
  );
}

/**
 * Takes the lock of a file, held by a `flock … cat` that lives on our pipe: whatever ends this process, also kill -9, closes the pipe,
 * ends `cat` and frees the lock. A process that is merely stopped keeps it.
 */
export async function lockFile(file: string, waitS: number): Promise<LockReply> {
  const args = ["--exclusive", "--wait", String(waitS), "--conflict-exit-code", String(BUSY), file, "cat"];
  const child = spawn("flock", args, { stdio: ["pipe", "pipe", "pipe"], detached: true });
  const gone = new AbortController();
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  // A pipe that breaks says so by the end of the process.
  child.stdin.on("error", () => undefined);
  const ended = new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      said += error.message;
      resolve(null);
    });
    child.once("close", resolve);
  });
  const echoed = new Promise<"held">((resolve) => child.stdout.once("data", () => resolve("held")));
  child.stdin.write("held\n");
  const first = await Promise.race([echoed, ended]);
  if (first === BUSY) return { kind: "busy", holder: await readHolder(file) };
  if (first !== "held") return { kind: "fault", detail: said.trim() || `flock ended with ${first}` };
  void ended.then(() => gone.abort());
  await writeFile(file, `process ${process.pid}\n`).catch(() => undefined);
  return {
    kind: "held",
    lost: gone.signal,
    release: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
