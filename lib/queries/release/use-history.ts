"use client";

import { useSyncExternalStore } from "react";
import { fetchSamples } from "./fetch-samples";
import { HISTORY_POINTS, type History, withRound, withSamples } from "./history";
import { type LiveParts, useLiveParts } from "./live-context";

/** Rounds that are fetched once for a screen that opens late: as many as it keeps of a watch at its usual pace. */
const BACK_MS = 30 * 60_000;
const EMPTY: History = {};

type Kept = { get: () => History; subscribe: (onChange: () => void) => () => void };

/** One history a page, whoever on it looks: it is taken down while somebody does, and filled in once. */
function keepHistory({ snapshot: { releaseId }, displayToken, stores, clock }: LiveParts): Kept {
  let history = EMPTY;
  let isFilled = false;
  let leave: () => void = () => undefined;
  const watchers = new Set<() => void>();
  const put = (next: History) => {
    if (next === history) return;
    history = next;
    for (const watcher of watchers) watcher();
  };
  const addRound = () => {
    const round = stores.round.get();
    if (round !== null) put(withRound(history, round));
  };
  const fillIn = async () => {
    const intervalMs = stores.round.get()?.evidence.intervalMs ?? 0;
    const back = intervalMs === 0 ? BACK_MS : intervalMs * HISTORY_POINTS;
    const from = Math.max(0, clock.at(Date.now()) - back);
    const samples = await fetchSamples({ releaseId, from, limit: HISTORY_POINTS, displayToken });
    if (samples === null) isFilled = false;
    else put(withSamples(history, samples));
  };
  return {
    get: () => history,
    subscribe: (onChange) => {
      watchers.add(onChange);
      if (watchers.size === 1) {
        leave = stores.round.subscribe(addRound);
        addRound();
        if (!isFilled) {
          isFilled = true;
          void fillIn();
        }
      }
      return () => {
        watchers.delete(onChange);
        if (watchers.size === 0) leave();
      };
    },
  };
}

const kept = new WeakMap<LiveParts, Kept>();

/** What the watch has measured for a while, for lines. */
export function useHistory(): History {
  const parts = useLiveParts();
  const own = kept.get(parts) ?? keepHistory(parts);
  if (!kept.has(parts)) kept.set(parts, own);
  return useSyncExternalStore(own.subscribe, own.get, () => EMPTY);
}
