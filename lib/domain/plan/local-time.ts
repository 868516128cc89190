import type { Instant } from "../release/time";
import type { LocalDateTime } from "./plan";

/** How far the zone's clocks are ahead of UTC at this instant, in ms. */
function offsetMs(at: Instant, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const shown = Date.UTC(read("year"), read("month") - 1, read("day"), read("hour"), read("minute"), read("second"));
  return shown - Math.floor(at / 1_000) * 1_000;
}

/**
 * The instant at which clocks in the zone show this local time. A time that a clock change skips counts as that much later; one
 * that happens twice is its first.
 */
export function instantOf(local: LocalDateTime, timeZone: string): Instant {
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0] = local.split(/\D/).map(Number);
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const dayMs = 86_400_000;
  const before = asUtc - offsetMs(asUtc - dayMs, timeZone);
  const after = asUtc - offsetMs(asUtc + dayMs, timeZone);
  const showsLocal = (at: Instant) => at + offsetMs(at, timeZone) === asUtc;
  return [before, after].find(showsLocal) ?? before;
}

/** Whether the zone's clocks never show this local time, or show it twice, because they are put forward or back. */
export function clockChangeAt(local: LocalDateTime, timeZone: string): "skipped" | "twice" | null {
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0] = local.split(/\D/).map(Number);
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const dayMs = 86_400_000;
  const offsets = new Set([offsetMs(asUtc - dayMs, timeZone), offsetMs(asUtc + dayMs, timeZone)]);
  const shown = [...offsets].filter((offset) => offsetMs(asUtc - offset, timeZone) === offset).length;
  if (shown === 0) return "skipped";
  return shown > 1 ? "twice" : null;
}
