import { createContext, useContext } from "react";
import type { ReleaseSnapshot, Viewer } from "@/lib/contracts/live";
import type { Store } from "../store";
import type { LiveView } from "./apply-events";
import type { LiveStores } from "./live-stores";
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
  /** What the server rendered, and so what the browser draws first. */
  first: LiveView;
  view: Store<LiveView>;
};

export const LiveContext = createContext<LiveParts | null>(null);

export function useLiveParts(): LiveParts {
  const parts = useContext(LiveContext);
  if (parts === null) throw new Error("This part of the page stands outside of <LiveRelease>.");
  return parts;
}
