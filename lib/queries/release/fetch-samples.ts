import type { SamplePoint } from "@/lib/contracts/round";
import type { Instant } from "@/lib/domain/release/time";

export type SampleWish = { releaseId: string; from: Instant; limit: number; displayToken: string | null };

/** What was measured since `from`, thinned to `limit` points a series; null where the server could not be asked. */
export async function fetchSamples(
  { releaseId, from, limit, displayToken }: SampleWish,
  signal: AbortSignal = AbortSignal.timeout(10_000),
): Promise<SamplePoint[] | null> {
  const address = `/api/v1/releases/${encodeURIComponent(releaseId)}/samples?from=${Math.round(from)}&limit=${limit}`;
  const headers = displayToken === null ? {} : { "x-display-token": displayToken };
  const response = await fetch(address, { headers, cache: "no-store", signal }).catch(() => null);
  if (response === null || !response.ok) return null;
  const body: { samples: SamplePoint[] } | null = await response.json().catch(() => null);
  return body?.samples ?? null;
}
