import type { Locale } from "./locale";

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than using it a thousand times. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made = clocks.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, hourCycle: "h23" });
  clocks.set(key, made);
  return made;
}

function parts(at: number, timeZone: string): Record<string, string> {
  const format = formatter("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

/** `HH:mm:ss` in the zone. */
export function formatClock(at: number, timeZone: string): string {
  const { hour, minute, second } = parts(at, timeZone);
  return `${hour}:${minute}:${second}`;
}

/** `HH:mm` in the zone. */
export function formatHourMinute(at: number, timeZone: string): string {
  const { hour, minute } = parts(at, timeZone);
  return `${hour}:${minute}`;
}

/** `2025-03-15` in the zone. */
export function formatDay(at: number, timeZone: string): string {
  const { year, month, day } = parts(at, timeZone);
  return `${year}-${month}-${day}`;
}

function formatWeekday(at: number, timeZone: string, locale: Locale): string {
  return formatter(locale, { timeZone, weekday: "short" }).format(at);
}

/** `2025-03-15 周六` / `2025-03-15 Sat` in the zone. */
export function formatDate(at: number, timeZone: string, locale: Locale): string {
  return `${formatDay(at, timeZone)} ${formatWeekday(at, timeZone, locale)}`;
}

/** `2025-03-15 周六 02:00` in the zone. */
export function formatDateTime(at: number, timeZone: string, locale: Locale): string {
  return `${formatDate(at, timeZone, locale)} ${formatHourMinute(at, timeZone)}`;
}

/** A stretch of time with its date once, or with both when it crosses midnight. */
export function formatWindow(from: number, to: number, timeZone: string, locale: Locale): string {
  const end =
    formatDay(from, timeZone) === formatDay(to, timeZone)
      ? formatHourMinute(to, timeZone)
      : formatDateTime(to, timeZone, locale);
  return `${formatDateTime(from, timeZone, locale)} – ${end}`;
}

/** What people call the zone: 北京时间, otherwise its offset, e.g. `GMT+2`. */
export function formatZone(at: number, timeZone: string, locale: Locale): string {
  if (timeZone === "Asia/Shanghai") return locale === "zh-CN" ? "北京时间" : "Beijing time";
  const named = formatter(locale, { timeZone, timeZoneName: "short" }).formatToParts(at);
  return named.find((part) => part.type === "timeZoneName")?.value ?? timeZone;
}
