import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { jobStory } from "@/lib/runner/journal/job-story";
import { readJournal } from "@/lib/runner/journal/journal";
import { isLiving, type ProcessIdentity } from "@/lib/runner/journal/process-identity";

const PATIENCE_MS = 20_000;

function keepersIn(dataDirectory: string): ProcessIdentity[] {
  const jobs = join(dataDirectory, "jobs");
  if (!existsSync(jobs)) return [];
  return readdirSync(jobs).flatMap((name) => jobStory(readJournal(join(jobs, name))).keeper ?? []);
}

/** What a runner leaves to its keepers goes on without it: right on a real host, and left behind by a lab. Each ends its own work. */
export async function endKeepers(dataDirectory: string): Promise<void> {
  const living = keepersIn(dataDirectory).filter(isLiving);
  for (const { pid } of living) process.kill(pid, "SIGTERM");
  const until = performance.now() + PATIENCE_MS;
  while (living.some(isLiving) && performance.now() < until) await new Promise((done) => setTimeout(done, 50));
}
