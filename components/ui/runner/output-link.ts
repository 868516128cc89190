import type { JobId } from "@/lib/domain/release/job";

/** Stands in the address of the page that shows a job's output. */
export const OUTPUT_PARAMETER = "output";

/** What leads to the output of a job in the console, from wherever it is told. */
export function outputLink(releaseId: string, job: JobId): string {
  return `/releases/${releaseId}?${OUTPUT_PARAMETER}=${job.slice("job:".length)}`;
}
