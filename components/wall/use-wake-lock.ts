"use client";

import { useEffect } from "react";

/** Keeps the display awake. The browser gives the lock back whenever the page is hidden, so it is asked for again. */
export function useWakeLock(): void {
  useEffect(() => {
    if (!("wakeLock" in navigator)) return;
    let held: WakeLockSentinel | null = null;
    let left = false;
    const take = async () => {
      if (left || document.visibilityState !== "visible" || (held !== null && !held.released)) return;
      // Refused on low battery or by policy: the wall works without it.
      held = await navigator.wakeLock.request("screen").catch(() => null);
      if (left) await held?.release();
    };
    void take();
    document.addEventListener("visibilitychange", take);
    return () => {
      left = true;
      document.removeEventListener("visibilitychange", take);
      void held?.release();
    };
  }, []);
}
