import { readFile } from "node:fs/promises";
import { join } from "node:path";

export type Postmaster = { pid: number; folder: string; port: number };

/** Reads what a running Postgres writes about itself into `postmaster.pid`; absent when the file is cut short. */
export function parsePostmasterFile(text: string): Postmaster | undefined {
  const [pid, folder, , port] = text.split("\n");
  const parsed = { pid: Number(pid), folder: folder ?? "", port: Number(port) };
  return parsed.pid > 0 && parsed.port > 0 && parsed.folder !== "" ? parsed : undefined;
}

/** What stands in the folder's `postmaster.pid`; absent when no Postgres was started there or it ended cleanly. */
export async function findPostmaster(folder: string): Promise<Postmaster | undefined> {
  try {
    return parsePostmasterFile(await readFile(join(folder, "postmaster.pid"), "utf8"));
  } catch {
    return undefined;
  }
}
