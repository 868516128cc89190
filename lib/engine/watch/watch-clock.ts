import { type Instant, type ReleaseClock, releaseTime } from "@/lib/domain/release/time";

/** Later than any planned start: what is measured before a rehearsal begins lies before everything in it. */
const FAR = 4_000_000_000_000;

/** Whether the clock of the release stands still: a rehearsal that has not begun. */
export function isStanding({ mode, startedAt }: ReleaseClock): boolean {
  return mode === "rehearsal" && startedAt === null;
}

/**
 * The clock by which checks are asked: the release's own, and while that stands still, real time: a rehearsal in preparation is watched
 * as a live release is.
 */
export function watchTime(clock: ReleaseClock, at: Instant): Instant {
  return isStanding(clock) ? clock.startsAt - (FAR - at) : releaseTime(clock, at);
}

/** How many ms of that clock pass in one of real time. */
export function watchSpeed(clock: ReleaseClock): number {
  return clock.mode === "live" || isStanding(clock) ? 1 : clock.speed;
}
