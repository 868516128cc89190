import type { JobId } from "@/lib/domain/release/job";

/** The Postgres channel that says which job has written more. */
export const OUTPUT_CHANNEL = "holdpoint_output";

/** How much a job has written by now, in bytes, and its last line. Volatile: the next one replaces it. */
export type OutputNews = { releaseId: string; job: JobId; size: number; line: string };

/** The same with the line that displays may show: commands are hidden from them. It never leaves the server as it is. */
export type OutputTold = OutputNews & { shown: string };

/** Header of an answer with a range of output: how many bytes there are by now. */
export const OUTPUT_SIZE_HEADER = "x-output-size";

/** What the channel carries. */
export function writeOutputNotice({ releaseId, job }: Pick<OutputNews, "releaseId" | "job">): string {
  return `${releaseId} ${job}`;
}

/** What was announced; null when it is not understood. */
export function readOutputNotice(payload: string): Pick<OutputNews, "releaseId" | "job"> | null {
  const [, releaseId, number] = /^(\S{1,100}) job:(\d{1,6})$/u.exec(payload) ?? [];
  if (releaseId === undefined || number === undefined) return null;
  return { releaseId, job: `job:${Number(number)}` };
}
