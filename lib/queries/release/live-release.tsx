"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { ReleaseSnapshot, Viewer, Watcher } from "@/lib/contracts/live";
import { createStore } from "../store";
import type { LiveView } from "./apply-events";
import { LiveContext, type LiveParts } from "./live-context";
import { createLiveStores } from "./live-stores";
import { createServerClock } from "./server-clock";
import { createTicker } from "./ticker";

type Props = {
  snapshot: ReleaseSnapshot;
  viewer: Viewer;
  screen: Watcher["screen"];
  displayToken?: string | undefined;
  children: ReactNode;
};

/** Everything below it sees one release as it happens. */
export function LiveRelease(props: Props) {
  return <OneRelease key={props.snapshot.releaseId} {...props} />;
}

function OneRelease({ snapshot, viewer, screen, displayToken, children }: Props) {
  const [parts] = useState(() => begin(snapshot, viewer, displayToken ?? null));
  useEffect(() => connect(parts, screen), [parts, screen]);
  return <LiveContext value={parts}>{children}</LiveContext>;
}

/** The live view has one writer and is never fetched anew by itself: a store, not a query. The wall would pay 10 kB for one. */
function begin(snapshot: ReleaseSnapshot, viewer: Viewer, displayToken: string | null): LiveParts {
  const first: LiveView = { state: snapshot.state, events: snapshot.recent, head: snapshot.head };
  const clock = createServerClock(snapshot.serverNow);
  const ticker = createTicker(clock, snapshot.serverNow);
  const stores = createLiveStores(snapshot);
  return { snapshot, viewer, displayToken, clock, ticker, stores, first, view: createStore(first) };
}

const loadAgainMs = 2_000;

/** The code of socket and fold comes after the first picture, which needs none of it. Returns how to end what it began. */
function connect(parts: LiveParts, screen: Watcher["screen"]): () => void {
  let end: () => void = () => clearTimeout(again);
  let again: ReturnType<typeof setTimeout> | undefined;
  let left = false;
  const load = async () => {
    const loaded = await import("./open-live").catch(() => null);
    if (left) return;
    if (loaded !== null) {
      end = loaded.openLive(parts, screen);
      return;
    }
    // Without the code there is no link, and the screen must not look as if there were.
    const { link } = parts.stores;
    if (link.get().status !== "lost") link.set({ ...link.get(), status: "lost", since: parts.clock.at(Date.now()) });
    again = setTimeout(load, loadAgainMs);
  };
  void load();
  return () => {
    left = true;
    end();
  };
}
