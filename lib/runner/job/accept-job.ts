import { rmSync } from "node:fs";
import type { RunnerJob } from "@/lib/contracts/runner";
import type { Log } from "@/lib/ports/log";
import { jobFolder, makeJobFolder } from "../journal/job-folders";
import { type JobStory, jobStory } from "../journal/job-story";
import { appendRecord, type JournalRecord, readJournal } from "../journal/journal";

/**
 * Whether a job takes traffic back. It does not wait for a disk with room: where it stands is in the proxy's own file, and twice done is
 * once done.
 */
export function isWayBack({ lane, work }: RunnerJob): boolean {
  return lane === "rollback" && work.kind === "traffic" && work.ask.verb === "set";
}

type Accepted = { kind: "new" } | { kind: "known" } | { kind: "unwritten"; because: string };

/** Writes a job down before anything is done for it; `known`: this host has had it before. */
export function acceptJob(dataDirectory: string, job: RunnerJob): Accepted {
  try {
    if (!makeJobFolder(dataDirectory, job.id)) return { kind: "known" };
  } catch (error) {
    return { kind: "unwritten", because: String(error) };
  }
  const folder = jobFolder(dataDirectory, job.id);
  try {
    appendRecord(folder, { kind: "accepted", job });
    return { kind: "new" };
  } catch (error) {
    clearAway(folder);
    return { kind: "unwritten", because: String(error) };
  }
}

/** A record that may not last would make the job one that was had before when it is offered again. */
function clearAway(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // A disk that has become read-only keeps it; the job that was offered counts for more than the order on it.
  }
}

/** What this host knows of a job. Where that cannot be read, a way back is done once more rather than not at all. */
export function readStory(job: RunnerJob, folder: string, log: Log): JobStory {
  try {
    return jobStory(readJournal(folder));
  } catch (error) {
    if (!isWayBack(job)) throw error;
    log.error(
      { job: job.id, error: String(error) },
      "Traffic is taken back although its job's journal cannot be read.",
    );
    return jobStory([]);
  }
}

/** On the disk before the effect, or it must not begin (false); but for the way back. */
export function noteStart(job: RunnerJob, folder: string, log: Log, records: readonly JournalRecord[]): boolean {
  try {
    for (const record of records) appendRecord(folder, record);
    return true;
  } catch (error) {
    const isAllowed = isWayBack(job);
    const then = isAllowed ? "traffic is taken back all the same" : "it does not begin";
    log.error({ job: job.id, error: String(error) }, `The start of a job could not be written down; ${then}.`);
    return isAllowed;
  }
}
