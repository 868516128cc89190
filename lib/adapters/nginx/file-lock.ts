import { spawn } from "node:child_process";
import { type FileHandle, open, readFile } from "node:fs/promises";
import { toolEnvironment } from "./tool-environment";

type HeldLock = { kind: "held"; release(): Promise<void> };
export type LockReply = HeldLock | { kind: "busy"; holder: string } | { kind: "fault"; detail: string };

/** How long a lock is waited for; `signal`: it is not wanted any more. */
type Wait = { waitS: number; signal?: AbortSignal | undefined };

const BUSY = 75;

/** Who holds it, for the person who must find and end him; the lock itself is flock's. */
async function readHolder(file: string): Promise<string> {
  return readFile(file, "utf8").then(
    (text) => text.trim().slice(0, 200) || "?",
    () => "?",
  );
}

async function nameHolder(handle: FileHandle): Promise<void> {
  await handle.truncate(0);
  await handle.write(`process ${process.pid}\n`);
}

/** Lets flock(1) lock what we have opened: the lock belongs to the open file, which we share with it, and outlives it. */
function lockShared({ fd }: FileHandle, { waitS, signal }: Wait): Promise<{ code: number | null; said: string }> {
  const args = ["--exclusive", "--wait", String(waitS), "--conflict-exit-code", String(BUSY), "3"];
  const child = spawn("flock", args, { stdio: ["ignore", "ignore", "pipe", fd], env: toolEnvironment(), signal });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: null, said: error.message }));
    child.once("close", (code) => resolve({ code, said }));
  });
}

/**
 * Takes the lock of a file. It is held by our own open file and nothing else: whatever ends this process, also kill -9, closes that file
 * and frees the lock. A process that is merely stopped keeps it.
 */
export async function lockFile(file: string, waitS: number, signal?: AbortSignal): Promise<LockReply> {
  const handle = await open(file, "a+", 0o644).catch((error: unknown) => String(error));
  if (typeof handle === "string") return { kind: "fault", detail: handle };
  const { code, said } = await lockShared(handle, { waitS, signal });
  if (code !== 0) {
    await handle.close();
    if (code === BUSY) return { kind: "busy", holder: await readHolder(file) };
    return { kind: "fault", detail: said.trim() || `flock ended with ${code}` };
  }
  const named = nameHolder(handle).catch(() => undefined);
  return {
    kind: "held",
    release: async () => {
      await named;
      await handle.close();
    },
  };
}
