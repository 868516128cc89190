"use client";

import { useSyncExternalStore } from "react";
import type { LinkState } from "./link-state";
import { useLiveParts } from "./live-context";

/** Whether what this screen shows is the present, and if not, since when not. */
export function useLink(): LinkState {
  const { link, firstLink } = useLiveParts().stores;
  return useSyncExternalStore(link.subscribe, link.get, () => firstLink);
}
