import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";

/** A process that cannot be mistaken for a later one of the same number: with its start in clock ticks, and the boot it belongs to. */
export const ProcessIdentity = z.object({ pid: z.int().min(1), started: z.string(), boot: z.string() });
export type ProcessIdentity = z.infer<typeof ProcessIdentity>;

type Stat = { state: string; group: number; started: string };

function readStat(pid: number): Stat | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The name of the program stands in brackets and may hold anything, brackets too.
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", group: Number(fields[2]), started: fields[19] ?? "" };
  } catch {
    return null;
  }
}

function bootId(): string {
  return readFileSync("/proc/sys/kernel/random/boot_id", "latin1").trim();
}

/** Null when it is gone already. */
export function identityOf(pid: number): ProcessIdentity | null {
  const stat = readStat(pid);
  return stat === null ? null : { pid, started: stat.started, boot: bootId() };
}

/** Whether this very process still runs; one that ended and was not yet waited for does not. */
export function isLiving(identity: ProcessIdentity): boolean {
  const stat = readStat(identity.pid);
  if (stat === null || stat.state === "Z" || stat.state === "X") return false;
  return stat.started === identity.started && identity.boot === bootId();
}

/** TERM, where it is still this very process. */
export function askToEnd(identity: ProcessIdentity): void {
  if (!isLiving(identity)) return;
  try {
    process.kill(identity.pid, "SIGTERM");
  } catch {
    // It has ended since it was looked at.
  }
}

/** How many processes of a group still run. */
export function livingInGroup(group: number): number {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  return pids.map((pid) => readStat(Number(pid))).filter((stat) => stat?.group === group && !"ZX".includes(stat.state))
    .length;
}
