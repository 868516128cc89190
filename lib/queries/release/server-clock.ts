/** The server's real time, reckoned in the browser. */
export type ServerClock = {
  now: () => number;
  /** The server's time at a local instant. */
  at: (localInstant: number) => number;
  /** Takes a measurement over: the offset of the round trip that took least time is the most exact. */
  correct: (samples: readonly ClockSample[]) => void;
  /** Whether a time that the server just pushed shows that this clock has been set or has slept. */
  isOff: (pushedNow: number) => boolean;
};

/** One question for the time: both local instants and the answer in between, all in ms. */
export type ClockSample = { sentAt: number; receivedAt: number; serverNow: number };

const tolerableMs = 1_500;

/** Offset between the server's clock and the local one, from the sample with the shortest round trip. */
export function offsetOf(samples: readonly ClockSample[]): number | null {
  const [best] = [...samples].sort((a, b) => a.receivedAt - a.sentAt - (b.receivedAt - b.sentAt));
  return best === undefined ? null : best.serverNow - (best.sentAt + best.receivedAt) / 2;
}

export function createServerClock(serverNow: number, localNow: () => number = Date.now): ServerClock {
  let offsetMs = serverNow - localNow();
  return {
    now: () => localNow() + offsetMs,
    at: (localInstant) => localInstant + offsetMs,
    correct: (samples) => {
      offsetMs = offsetOf(samples) ?? offsetMs;
    },
    isOff: (pushedNow) => Math.abs(pushedNow - (localNow() + offsetMs)) > tolerableMs,
  };
}
