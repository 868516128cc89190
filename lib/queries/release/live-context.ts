import { createContext, useContext } from "react";
import type { ReleaseSnapshot, Viewer } from "@/lib/contracts/live";
import type { LiveStores } from "./live-connection";
import type { ServerClock } from "./server-clock";
import type { Ticker } from "./ticker";

/** What stays the same while a page about one release is open. */
export type LiveParts = {
  snapshot: ReleaseSnapshot;
  viewer: Viewer;
  displayToken: string | null;
  clock: ServerClock;
  ticker: Ticker;
  stores: LiveStores;
};

export const LiveContext = createContext<LiveParts | null>(null);

export function useLiveParts(): LiveParts {
  const parts = useContext(LiveContext);
  if (parts === null) throw new Error("This part of the page stands outside of <LiveRelease>.");
  return parts;
}
