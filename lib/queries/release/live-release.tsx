"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import type { ReleaseSnapshot, Viewer, Watcher } from "@/lib/contracts/live";
import type { LiveView } from "./apply-events";
import { createCatchUp } from "./catch-up";
import { fetchEvents } from "./fetch-events";
import { createLiveStores, openLiveConnection } from "./live-connection";
import { LiveContext, type LiveParts } from "./live-context";
import { liveKey } from "./release-keys";
import { createServerClock } from "./server-clock";
import { createTicker } from "./ticker";

type Props = {
  snapshot: ReleaseSnapshot;
  viewer: Viewer;
  screen: Watcher["screen"];
  displayToken?: string | undefined;
  children: ReactNode;
};

type Live = { parts: LiveParts; queryClient: QueryClient };

/** Everything below it sees one release as it happens. */
export function LiveRelease(props: Props) {
  return <OneRelease key={props.snapshot.releaseId} {...props} />;
}

function OneRelease({ snapshot, viewer, screen, displayToken, children }: Props) {
  const [{ parts, queryClient }] = useState(() => begin(snapshot, viewer, displayToken ?? null));
  useEffect(() => connect({ parts, queryClient }, screen), [parts, queryClient, screen]);
  return (
    <QueryClientProvider client={queryClient}>
      <LiveContext value={parts}>{children}</LiveContext>
    </QueryClientProvider>
  );
}

function begin(snapshot: ReleaseSnapshot, viewer: Viewer, displayToken: string | null): Live {
  const queryClient = new QueryClient();
  const view: LiveView = { state: snapshot.state, events: snapshot.recent, head: snapshot.head };
  queryClient.setQueryData(liveKey(snapshot.releaseId), view);
  const clock = createServerClock(snapshot.serverNow);
  const ticker = createTicker(clock, snapshot.serverNow);
  return {
    queryClient,
    parts: { snapshot, viewer, displayToken, clock, ticker, stores: createLiveStores(snapshot.serverNow) },
  };
}

function connect({ parts, queryClient }: Live, screen: Watcher["screen"]): () => void {
  const { snapshot, displayToken, clock, ticker, stores } = parts;
  const { releaseId, plan } = snapshot;
  const key = liveKey(releaseId);
  const read = (): LiveView =>
    queryClient.getQueryData<LiveView>(key) ?? { state: snapshot.state, events: snapshot.recent, head: snapshot.head };
  const catchUp = createCatchUp({
    plan,
    read,
    write: (view) => queryClient.setQueryData(key, view),
    fetchPage: (after) => fetchEvents({ releaseId, after, displayToken }),
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
  });
  const readSeq = () => read().state.seq;
  return openLiveConnection({ releaseId, screen, displayToken, readSeq, catchUp, clock, ticker }, stores);
}
