import type { Instant } from "@/lib/domain/release/time";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = make();
  formats.set(key, made);
  return made;
}

/** `04:21:42` in the plan's zone. */
export function timeOfDay(at: Instant, timeZone: string): string {
  return format(
    `s|${timeZone}`,
    () => new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", second: "2-digit" }),
  ).format(at);
}

/** `04:21` in the plan's zone. */
export function minuteOfDay(at: Instant, timeZone: string): string {
  return format(
    `m|${timeZone}`,
    () => new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }),
  ).format(at);
}

/** `2025-03-15` in the plan's zone. */
function dayOf(at: Instant, timeZone: string): string {
  return format(
    `d|${timeZone}`,
    () => new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }),
  ).format(at);
}

/** `2025-03-15 周六 02:00`: a moment that may be on another day. */
export function dayAndMinute(at: Instant, timeZone: string, locale: string): string {
  const weekday = format(
    `w|${timeZone}|${locale}`,
    () => new Intl.DateTimeFormat(locale, { timeZone, weekday: "short" }),
  ).format(at);
  return `${dayOf(at, timeZone)} ${weekday} ${minuteOfDay(at, timeZone)}`;
}

const two = (value: number) => String(value).padStart(2, "0");

/** `42:48`, `1:02:03`; a negative span carries a minus sign. Whole seconds, cut towards zero. */
export function clockSpan(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const sign = ms <= -1000 ? "−" : "";
  return hours > 0 ? `${sign}${hours}:${rest}` : `${sign}${rest}`;
}

/** `42:48` counting down: the last started second still counts, so that 0 means over. */
export function remainingSpan(ms: number): string {
  return clockSpan(Math.ceil(Math.max(0, ms) / 1000) * 1000);
}

/** `+04:30`, `−01:10`: how late. */
export function lateSpan(ms: number): string {
  return ms < 0 ? clockSpan(ms) : `+${clockSpan(ms)}`;
}
