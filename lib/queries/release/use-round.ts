"use client";

import { useSyncExternalStore } from "react";
import type { Round } from "@/lib/contracts/round";
import { useLiveParts } from "./live-context";

/** The watch's latest round of this release; null while nothing is watched. Its age is `now - evidence.roundAt`. */
export function useRound(): Round | null {
  const { stores, snapshot } = useLiveParts();
  return useSyncExternalStore(stores.round.subscribe, stores.round.get, () => snapshot.round);
}
