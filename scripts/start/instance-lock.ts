import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findProcessIdentity } from "./process-start";

type LockNote = {
  pid: number;
  /** When that process began, so that a number used again is not taken for it. */
  identity: string;
  url: string;
  server?: { pid: number; identity: string };
};

export type InstanceLock = {
  /** The server process of a predecessor that was killed, when it is still there. */
  orphan: number | undefined;
  noteServer: (pid: number) => Promise<void>;
  release: () => Promise<void>;
};

/** Takes the data folder for this process; refused with a sentence while another one holds it. */
export async function takeDataFolder(dataDir: string, url: string): Promise<InstanceLock> {
  await mkdir(dataDir, { recursive: true }).catch((error: unknown) => {
    throw new Error(`The data folder ${dataDir} cannot be made: ${error instanceof Error ? error.message : error}`);
  });
  const file = join(dataDir, "holdpoint.lock");
  const note: LockNote = { pid: process.pid, identity: (await findProcessIdentity(process.pid)) ?? "", url };
  const earlier = await settle(file, note);
  const server = earlier?.server;
  const orphan = server !== undefined && (await isSameProcess(server)) ? server.pid : undefined;
  return {
    orphan,
    noteServer: async (pid) => {
      await replace(file, { ...note, server: { pid, identity: (await findProcessIdentity(pid)) ?? "" } });
    },
    release: () => unlink(file).catch(() => undefined),
  };
}

async function settle(file: string, note: LockNote): Promise<LockNote | undefined> {
  let stale: LockNote | undefined;
  for (;;) {
    if (await create(file, note)) return stale;
    const found = await readNote(file);
    if (found !== undefined && (await isSameProcess(found))) {
      throw new Error(
        `Holdpoint already runs on ${file.replace(/\/[^/]+$/, "")} (process ${found.pid}, ${found.url}): use that one, or set HOLDPOINT_DATA_DIR and PORT for a second.`,
      );
    }
    stale = found ?? stale;
    await putAside(file, found);
  }
}

/** Moves a stale note away, unless a faster start has already put its own in its place. */
async function putAside(file: string, expected: LockNote | undefined): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  await rename(file, aside).catch(() => undefined);
  const taken = await readNote(aside);
  if (taken !== undefined && JSON.stringify(taken) !== JSON.stringify(expected)) {
    await link(aside, file).catch(() => undefined);
  }
  await unlink(aside).catch(() => undefined);
}

async function create(file: string, note: LockNote): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(note)).catch((error: unknown) => {
    throw new Error(`The data folder cannot be written: ${error instanceof Error ? error.message : error}`);
  });
  try {
    await link(draft, file); // whole and first, or not at all
    return true;
  } catch {
    return false;
  } finally {
    await unlink(draft);
  }
}

async function replace(file: string, note: LockNote): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(note));
  await rename(draft, file);
}

async function readNote(file: string): Promise<LockNote | undefined> {
  try {
    const note: unknown = JSON.parse(await readFile(file, "utf8"));
    return isNote(note) ? note : undefined;
  } catch {
    return undefined;
  }
}

function isNote(value: unknown): value is LockNote {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "pid") === "number";
}

async function isSameProcess({ pid, identity }: { pid: number; identity: string }): Promise<boolean> {
  return (await findProcessIdentity(pid)) === identity;
}
