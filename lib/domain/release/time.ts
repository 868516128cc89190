/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/**
 * The clock of a release. A live release runs on real time. A rehearsal stands at its planned start until it is started and
 * then runs `speed` times as fast as real time.
 */
export type ReleaseClock = { mode: "live" | "rehearsal"; speed: number; startsAt: Instant; startedAt: Instant | null };

/** The release's time at the real instant `at`. */
export function releaseTime(clock: ReleaseClock, at: Instant): Instant {
  if (clock.mode === "live") return at;
  if (clock.startedAt === null) return clock.startsAt;
  return clock.startsAt + Math.max(0, at - clock.startedAt) * clock.speed;
}

/** The real instant at which the release's clock shows `releaseAt`; null while the clock of a rehearsal stands still. */
export function realTime(clock: ReleaseClock, releaseAt: Instant): Instant | null {
  if (clock.mode === "live") return releaseAt;
  if (clock.startedAt === null) return null;
  return clock.startedAt + (releaseAt - clock.startsAt) / clock.speed;
}
