import type { JobId } from "@/lib/domain/release/job";
import type { JobRef } from "@/lib/ports/runner-store";

const written = /^(.+)_(\d{1,6})$/u;

/** The name of a job outside of its release: it stands in paths and on the runner's disk. */
export function wireJob({ releaseId, job }: JobRef): string {
  return `${releaseId}_${job.slice("job:".length)}`;
}

/** What such a name means; null when it means nothing. */
export function readWireJob(name: string): JobRef | null {
  const [, releaseId, number] = written.exec(name) ?? [];
  if (releaseId === undefined || number === undefined) return null;
  const job: JobId = `job:${Number(number)}`;
  return { releaseId, job };
}
