import { unlink } from "node:fs/promises";
import { join } from "node:path";
import { findPostmaster } from "./postmaster-file";
import { findCommandLine } from "./process-identity";

/** Whether the command line is that of a Postgres on this folder. */
export function isPostgresOn(folder: string, commandLine: string | undefined): boolean {
  return commandLine?.includes("postgres") === true && commandLine.includes(folder);
}

/**
 * Removes a `postmaster.pid` whose process is gone or is by now a stranger's: Postgres itself would take the stranger
 * for a running server and refuse to start. Returns whether nothing runs on the folder.
 */
export async function removeStaleLock(folder: string): Promise<boolean> {
  const noted = await findPostmaster(folder);
  if (noted !== undefined && isPostgresOn(folder, await findCommandLine(noted.pid))) return false;
  await unlink(join(folder, "postmaster.pid")).catch((error: unknown) => {
    if (!(error instanceof Error && Reflect.get(error, "code") === "ENOENT")) throw error;
  });
  return true;
}
