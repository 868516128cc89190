"use client";

import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Viewer } from "@/lib/contracts/live";
import type { Plan } from "@/lib/domain/plan/plan";
import type { LiveView } from "./apply-events";
import { useLiveParts } from "./live-context";
import { liveKey } from "./release-keys";

export type LiveReleaseView = LiveView & { releaseId: string; plan: Plan; approved: boolean; viewer: Viewer };

/** The live view is only ever written by the channel; it is never fetched anew by itself. */
function liveOptions(releaseId: string, seed: LiveView) {
  return queryOptions<LiveView>({
    queryKey: liveKey(releaseId),
    queryFn: () => seed,
    initialData: seed,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
}

/** The release of this page: plan, state, newest events (oldest first) and the head of the hash chain. */
export function useRelease(): LiveReleaseView {
  const { snapshot, viewer } = useLiveParts();
  const seed: LiveView = { state: snapshot.state, events: snapshot.recent, head: snapshot.head };
  const { data } = useQuery(liveOptions(snapshot.releaseId, seed));
  return { ...data, releaseId: snapshot.releaseId, plan: snapshot.plan, approved: snapshot.approved, viewer };
}
