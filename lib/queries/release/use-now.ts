"use client";

import { useCallback, useSyncExternalStore } from "react";
import { type Instant, releaseTime } from "@/lib/domain/release/time";
import { useLiveParts } from "./live-context";
import { useRelease } from "./use-release";

/** The server's real time, in ms, moving `hz` times a second in step with every other clock of the page. */
export function useNow(hz = 1): Instant {
  const { ticker } = useLiveParts();
  const periodMs = Math.round(1000 / hz);
  const subscribe = useCallback((onTick: () => void) => ticker.subscribe(periodMs, onTick), [ticker, periodMs]);
  return useSyncExternalStore(
    subscribe,
    () => ticker.current(periodMs),
    () => ticker.atFirst(periodMs),
  );
}

/** The release's own time, in ms. A fast rehearsal moves in smaller steps, so that its seconds can be followed. */
export function useReleaseNow(hz?: number): Instant {
  const { state } = useRelease();
  const now = useNow(hz ?? (state.clock.speed > 1 ? 5 : 1));
  // A tick may lie a moment before an event that is already shown.
  return releaseTime(state.clock, Math.max(now, state.lastAt));
}
