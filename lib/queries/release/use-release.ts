"use client";

import { useSyncExternalStore } from "react";
import type { Viewer } from "@/lib/contracts/live";
import type { Plan } from "@/lib/domain/plan/plan";
import type { LiveView } from "./apply-events";
import { useLiveParts } from "./live-context";

export type LiveReleaseView = LiveView & { releaseId: string; plan: Plan; approved: boolean; viewer: Viewer };

/** The release of this page: plan, state, newest events (oldest first) and the head of the hash chain. */
export function useRelease(): LiveReleaseView {
  const { snapshot, viewer, view, first } = useLiveParts();
  const live = useSyncExternalStore(view.subscribe, view.get, () => first);
  return { ...live, releaseId: snapshot.releaseId, plan: snapshot.plan, approved: snapshot.approved, viewer };
}
