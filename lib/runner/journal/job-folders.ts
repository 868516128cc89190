import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "@/lib/ports/log";
import { type JobStory, jobStory } from "./job-story";
import { readJournal } from "./journal";
import { syncFolder } from "./to-disk";

/** Journals of finished jobs stay so long, for whoever asks this host what it did. Their output is the server's. */
const KEPT_MS = 30 * 24 * 3_600_000;

export type KnownJob = { folder: string; story: JobStory };

export function jobFolder(dataDirectory: string, jobId: string): string {
  return join(dataDirectory, "jobs", jobId);
}

/** A new folder whose name is on the disk; false when this host has had the job before. */
export function makeJobFolder(dataDirectory: string, jobId: string): boolean {
  const parent = join(dataDirectory, "jobs");
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  const folder = jobFolder(dataDirectory, jobId);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readJournal(folder).length > 0) return false;
  syncFolder(parent);
  return true;
}

/** The jobs that the server has not heard the end of, oldest first. Clears away what is long over; what cannot be read is only named. */
export function openJobs(dataDirectory: string, now: number, log: Pick<Log, "error">): KnownJob[] {
  const parent = join(dataDirectory, "jobs");
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  const open: (KnownJob & { at: number })[] = [];
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    try {
      const story = jobStory(readJournal(folder));
      const at = statSync(folder).mtimeMs;
      if (story.job !== null && !story.told) open.push({ folder, story, at });
      else if (now - at > KEPT_MS) rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      // The others' keepers wait for permits, and nobody else would give them.
      log.error(
        { error: String(error) },
        `${folder} cannot be read or cleared away: look whether it is a job that still runs.`,
      );
    }
  }
  return open.sort((a, b) => a.at - b.at);
}
