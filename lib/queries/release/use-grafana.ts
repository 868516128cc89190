"use client";

import { useQuery } from "@tanstack/react-query";
import type { GrafanaView } from "@/lib/contracts/grafana";

const NOTHING: GrafanaView = { places: [], checks: [], companions: [] };
const AGAIN_MS = 30_000;

async function fetchGrafana(releaseId: string, signal: AbortSignal): Promise<GrafanaView> {
  const address = `/api/v1/releases/${encodeURIComponent(releaseId)}/grafana`;
  const response = await fetch(address, { cache: "no-store", signal });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

/** Where Grafana shows this release, and how its annotations fare; nothing for rehearsals and until it is known. */
export function useGrafana(releaseId: string, isLive: boolean): GrafanaView {
  const { data } = useQuery({
    queryKey: ["grafana", releaseId],
    queryFn: ({ signal }) => fetchGrafana(releaseId, signal),
    enabled: isLive,
    refetchInterval: AGAIN_MS,
  });
  return data ?? NOTHING;
}
