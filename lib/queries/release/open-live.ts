import type { Watcher } from "@/lib/contracts/live";
import { createCatchUp } from "./catch-up";
import { fetchEvents } from "./fetch-events";
import { openLiveConnection } from "./live-connection";
import type { LiveParts } from "./live-context";

/** Lets the view follow the log: socket, catching up and the fold, which all come after the first picture. Returns how to end it. */
export function openLive(parts: LiveParts, screen: Watcher["screen"]): () => void {
  const { snapshot, displayToken, clock, ticker, view, stores } = parts;
  const { releaseId, plan } = snapshot;
  const catchUp = createCatchUp({
    plan,
    read: view.get,
    write: view.set,
    fetchPage: (after) => fetchEvents({ releaseId, after, displayToken }),
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  });
  const readSeq = () => view.get().state.seq;
  return openLiveConnection({ releaseId, screen, displayToken, readSeq, catchUp, clock, ticker }, stores);
}
