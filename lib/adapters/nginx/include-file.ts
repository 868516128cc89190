import { randomBytes } from "node:crypto";
import { link, open, readFile, rename, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import type { TrafficFence } from "@/lib/contracts/traffic";
import { isOlder, readFence, readHeader } from "./read-header";

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

async function readOr<T>(file: string, missing: T): Promise<string | T> {
  return readFile(file, "utf8").catch((error: unknown) => {
    if (isMissing(error)) return missing;
    throw error;
  });
}

async function remove(file: string): Promise<void> {
  await unlink(file).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

async function syncFolder(file: string): Promise<void> {
  const folder = await open(dirname(file), "r");
  await folder.sync().finally(() => folder.close());
}

/** Beside the file, under a name that no `include *.conf` takes. */
async function writeBeside(file: string, text: string): Promise<string> {
  const temporary = `${file}.next-${randomBytes(4).toString("hex")}`;
  const handle = await open(temporary, "wx", 0o644);
  try {
    // Whatever mask this process has: an nginx that is another user's must be able to read it.
    await handle.chmod(0o644);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return temporary;
}

async function writeWhole(file: string, text: string): Promise<void> {
  await rename(await writeBeside(file, text), file);
  await syncFolder(file);
}

/**
 * The generated include and what stands beside it. `.before` is there only while an order is under way: whoever finds it under the lock
 * knows that one was cut off. `.fence` remembers the newest order whose file did not stay.
 */
export type IncludeFile = {
  read(): Promise<string | null>;
  /** What stood before an order that was cut off: empty = no file; null = none was cut off. */
  readBefore(): Promise<string | null>;
  /** Writes a text for `replace` and has it on the disk; may be done before the lock is there. */
  prepare(text: string): Promise<string>;
  /** Removes what was prepared and not used. */
  discard(prepared: string): Promise<void>;
  /** Puts it in place at one stroke and keeps what stood before. `settle` has that on the disk as well. */
  replace(prepared: string): Promise<void>;
  settle(): Promise<void>;
  /** The order is over: what stood before is not needed any more. */
  keep(): Promise<void>;
  /** What stood before stands again; the fence of what goes is remembered. */
  putBack(): Promise<void>;
  /** Nothing stands any more; the fence of what goes is remembered. */
  clear(): Promise<void>;
  /** The newest fence that has been here. */
  newestFence(): Promise<TrafficFence | null>;
};

export function includeFile(file: string): IncludeFile {
  const before = `${file}.before`;
  const register = `${file}.fence`;

  async function newestFence(): Promise<TrafficFence | null> {
    const written = readHeader((await readOr(file, null)) ?? "")?.fence ?? null;
    const kept = readFence((await readOr(register, null)) ?? "");
    if (written === null || kept === null) return written ?? kept;
    return isOlder(written, kept) ? kept : written;
  }

  async function rememberFence(): Promise<void> {
    const fence = await newestFence();
    if (fence !== null) await writeWhole(register, `${JSON.stringify(fence)}\n`);
  }

  return {
    read: () => readOr(file, null),
    readBefore: () => readOr(before, null),
    prepare: (text) => writeBeside(file, text),
    discard: remove,
    replace: async (prepared) => {
      await remove(before);
      await link(file, before).catch(async (error: unknown) => {
        if (!isMissing(error)) throw error;
        await writeWhole(before, "");
      });
      await rename(prepared, file);
    },
    settle: () => syncFolder(file),
    keep: () => remove(before),
    putBack: async () => {
      await rememberFence();
      const old = await readOr(before, null);
      if (old === null) return;
      if (old === "") {
        await remove(file);
        await remove(before);
      } else {
        await rename(before, file);
      }
      await syncFolder(file);
    },
    clear: async () => {
      await rememberFence();
      await remove(file);
      await remove(before);
      await syncFolder(file);
    },
    newestFence,
  };
}
