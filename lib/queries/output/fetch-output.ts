import { OUTPUT_SIZE_HEADER } from "@/lib/contracts/job-output";
import type { JobId } from "@/lib/domain/release/job";

type OutputRef = { releaseId: string; job: JobId };
export type OutputPiece = { bytes: Uint8Array; size: number };

/** Where a job's output lies on the server. */
export function outputAddress({ releaseId, job }: OutputRef): string {
  return `/api/v1/releases/${encodeURIComponent(releaseId)}/jobs/${job.slice("job:".length)}/output`;
}

/** A range of a job's output and how much there is; null where the server could not be asked. */
export async function fetchOutput(
  ref: OutputRef,
  { from, limit }: { from: number; limit: number },
  signal: AbortSignal,
): Promise<OutputPiece | null> {
  const address = `${outputAddress(ref)}?from=${from}&limit=${limit}`;
  const response = await fetch(address, { cache: "no-store", signal }).catch(() => null);
  if (response === null || !response.ok) return null;
  const size = Number(response.headers.get(OUTPUT_SIZE_HEADER));
  const body = await response.arrayBuffer().catch(() => null);
  return body === null || !Number.isSafeInteger(size) ? null : { bytes: new Uint8Array(body), size };
}
