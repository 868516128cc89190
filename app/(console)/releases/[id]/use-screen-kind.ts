"use client";

import { useSyncExternalStore } from "react";

const DESK = "(min-width: 64rem)";

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(DESK);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** Which layout the window has room for; not known while the page comes from the server. */
export function useScreenKind(): "desk" | "phone" | "unknown" {
  return useSyncExternalStore<"desk" | "phone" | "unknown">(
    subscribe,
    () => (window.matchMedia(DESK).matches ? "desk" : "phone"),
    () => "unknown",
  );
}
