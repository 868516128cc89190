"use client";

import { useSyncExternalStore } from "react";
import type { Watcher } from "@/lib/contracts/live";
import { useLiveParts } from "./live-context";

/** Who else looks at this release now, this viewer included. */
export function useWatchers(): readonly Watcher[] {
  const { watchers } = useLiveParts().stores;
  return useSyncExternalStore(watchers.subscribe, watchers.get, watchers.get);
}
