import type { ServerClock } from "./server-clock";

/** Wakes whoever shows the time, all in the same moment: seconds change together on a whole screen. */
export type Ticker = {
  /** What the server's rendering showed: the first thing that a browser shows too. */
  atFirst: (periodMs: number) => number;
  /** The time as of the last tick at this rate: the same value until the next tick, as React wants it. */
  current: (periodMs: number) => number;
  subscribe: (periodMs: number, onTick: () => void) => () => void;
  /** The clock was corrected: show it now. */
  refresh: () => void;
};

export function createTicker(clock: ServerClock, seed: number): Ticker {
  const shown = new Map<number, number>();
  const watchers = new Map<() => void, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const quantised = (periodMs: number) => Math.floor(clock.now() / periodMs) * periodMs;

  const isWatched = (periodMs: number) => [...watchers.values()].includes(periodMs);

  function tick(): void {
    const due = new Set<number>();
    for (const periodMs of new Set(watchers.values())) {
      const now = quantised(periodMs);
      if (shown.get(periodMs) === now) continue;
      shown.set(periodMs, now);
      due.add(periodMs);
    }
    for (const [watcher, periodMs] of watchers) if (due.has(periodMs)) watcher();
    schedule();
  }

  function schedule(): void {
    clearTimeout(timer);
    if (watchers.size === 0) return;
    const now = clock.now();
    const waits = [...new Set(watchers.values())].map((periodMs) => periodMs - (now % periodMs));
    timer = setTimeout(tick, Math.max(1, Math.ceil(Math.min(...waits))));
  }

  return {
    atFirst: (periodMs) => Math.floor(seed / periodMs) * periodMs,
    current: (periodMs) => {
      if (!isWatched(periodMs)) shown.set(periodMs, quantised(periodMs));
      return shown.get(periodMs) ?? quantised(periodMs);
    },
    subscribe: (periodMs, onTick) => {
      // Every subscription is a key of its own, even when the same function comes twice.
      const watcher = () => onTick();
      if (!isWatched(periodMs)) shown.set(periodMs, quantised(periodMs));
      watchers.set(watcher, periodMs);
      schedule();
      return () => {
        watchers.delete(watcher);
        schedule();
      };
    },
    refresh: tick,
  };
}
