import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The moment at which a living process began, in the system's own words; absent when there is none of that number. */
export async function findProcessIdentity(pid: number): Promise<string | undefined> {
  try {
    if (process.platform === "linux") return startTicks(await readFile(`/proc/${pid}/stat`, "utf8"));
    const { stdout } = await run("ps", ["-o", "lstart=", "-p", String(pid)]);
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Field 22 of /proc/<pid>/stat; absent for a process that has ended and only waits to be collected. */
export function startTicks(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" "); // the name before may hold spaces and brackets
  return fields[0] === "Z" ? undefined : fields[19];
}
