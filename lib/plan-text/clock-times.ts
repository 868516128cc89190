import { comparable } from "./match-word";
import { TIME_ZONES } from "./words/time-zones";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const clock = /(?<![\d:])((?<![a-z])t\s*[+-]\s*)?(\d{1,2}):(\d{2})(?!\d)(?::\d{2})?\s*(am|pm)?/g;

export type CalendarDay = { year: number; month: number; day: number };

function validDay(year: number, month: number, day: number): CalendarDay | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? { year, month, day } : null;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The first calendar day in a text: 2025-03-15, 2025/3/15, 2025年3月15日, March 15, 2025, 15 Mar 2025. */
export function readDay(text: string): CalendarDay | null {
  const wanted = comparable(text);
  const numeric = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(wanted);
  if (numeric !== null) return validDay(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  // "10月15日 周四（2026年）": the year stands behind the day.
  const late = /(\d{1,2})月(\d{1,2})日.{0,12}?(\d{4})年/.exec(wanted);
  if (late !== null) return validDay(Number(late[3]), Number(late[1]), Number(late[2]));
  const monthFirst = /([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/.exec(wanted);
  if (monthFirst !== null) return namedDay(monthFirst[3], monthFirst[1], monthFirst[2]);
  const dayFirst = /(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]*\.?,? (\d{4})/.exec(wanted);
  return dayFirst === null ? null : namedDay(dayFirst[3], dayFirst[2], dayFirst[1]);
}

function namedDay(year: string | undefined, month: string | undefined, day: string | undefined): CalendarDay | null {
  return validDay(Number(year), months.indexOf(month ?? "") + 1, Number(day));
}

/** Every clock time in a text as minutes after midnight ("02:00 AM" = 120, "2:30 pm" = 870). */
export function readClockTimes(text: string): number[] {
  const times: number[] = [];
  for (const [, relative, hour, minute, half] of comparable(text).matchAll(clock)) {
    const total = hoursOf(Number(hour), half) * 60 + Number(minute);
    if (relative === undefined && total <= 1440 && Number(minute) < 60) times.push(total);
  }
  return times;
}

/** "14:00 PM" is written by people who think in 24 hours: the half of the day is then redundant. */
function hoursOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

/** "T-30m" and "T+15min" taken apart at their sign; null when the text is not relative. */
export function readRelativeSign(text: string): { sign: 1 | -1; rest: string } | null {
  const found = /(?:^|\s)t\s*([+-])\s*(.+)$/.exec(comparable(text));
  return found === null ? null : { sign: found[1] === "-" ? -1 : 1, rest: found[2] ?? "" };
}

/** Days from one date to another. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / 86_400_000;
}

function nextDay({ year, month, day }: CalendarDay): CalendarDay {
  if (day < daysIn(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

function localDateTime(day: CalendarDay, minutes: number): string {
  let on = day;
  for (let left = minutes; left >= 1440; left -= 1440) on = nextDay(on);
  const within = minutes % 1440;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${on.year}-${two(on.month)}-${two(on.day)}T${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** The window that a text names by a day and two times; an end before the start is on the next day. */
export function readWindow(text: string): { start: string; end: string; lengthMin: number } | null {
  const day = readDay(text);
  const [from, to] = readClockTimes(text);
  if (day === null || from === undefined || to === undefined) return null;
  const last = readDay(text.slice(Math.max(0, text.search(/\d:\d{2}/))));
  const days = last === null ? 0 : Math.max(0, daysBetween(day, last));
  const end = days > 0 ? to + days * 1440 : to > from ? to : to + 1440;
  return { start: localDateTime(day, from), end: localDateTime(day, end), lengthMin: end - from };
}

/** A window of this length from the day and time that a text names. */
export function windowFrom(text: string, lengthMin: number): { start: string; end: string; lengthMin: number } | null {
  const day = readDay(text);
  const [from] = readClockTimes(text);
  if (day === null || from === undefined) return null;
  return { start: localDateTime(day, from), end: localDateTime(day, from + lengthMin), lengthMin };
}

/** "Berlin time" and "(Europe's Lisbon)": a city after which a zone is called, in brackets or in front of "time". */
function cityZone(text: string): string | null {
  const found = /\b([A-Z][a-z]+(?: [A-Z][a-z]+)?) time\b|[（(]([A-Z][a-z]+(?: [A-Z][a-z]+)?)[)）]/.exec(text);
  const city = (found?.[1] ?? found?.[2] ?? "").replace(/ /g, "_");
  return city === "" ? null : (Intl.supportedValuesOf("timeZone").find((zone) => zone.endsWith(`/${city}`)) ?? null);
}

/** The zone that a text names, as an IANA name; null when it names none. */
export function readZone(text: string): string | null {
  const named =
    /\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?/.exec(
      text,
    );
  if (named !== null && Intl.supportedValuesOf("timeZone").includes(named[0])) return named[0];
  const wanted = comparable(text);
  const known = TIME_ZONES.find(({ words }) =>
    words.some((word) => new RegExp(`(?<![a-z])${word.replace("+", "\\+")}(?![a-z0-9+-])`).test(wanted)),
  );
  if (known !== undefined) return known.zone;
  const city = cityZone(text);
  if (city !== null) return city;
  const offset = /(?:utc|gmt)\s*([+-])\s*0?(\d{1,2})(?![\d:])/.exec(wanted);
  // The names of fixed offsets count the other way round: Etc/GMT-3 is three hours ahead of UTC.
  return offset === null ? null : `Etc/GMT${offset[1] === "+" ? "-" : "+"}${offset[2]}`;
}
