import { type CalendarDay, daysBetween, readClockTimes, readDay, readRelativeSign } from "./clock-times";
import { readMinuteRange, readMinutes } from "./durations";
import { comparable } from "./match-word";

/** A point in time as a plan writes it. `day` counts from the day of the release, which is 0. */
export type When = {
  /** Minutes from the start: "T-30m", "+15 min", "30 min before the release". */
  offset: number | null;
  /** Minutes after midnight. */
  clock: number | null;
  day: number | null;
  date: CalendarDay | null;
  /** The length that a start and an end state together. */
  spanMin: number | null;
};

const nothing: When = { offset: null, clock: null, day: null, date: null, spanMin: null };
const hanDigits = "零一二三四五六七八九十";

function dayOf(text: string): number | null {
  const counted = /\bday\s?([-+]?)\s?(\d{1,3})/.exec(text) ?? /第\s?()(\d{1,3})\s?天/.exec(text);
  if (counted !== null) {
    const sign = counted[1] ?? "";
    const value = Number(counted[2]);
    return sign === "-" ? -value : sign === "+" ? value : value === 0 ? 0 : value - 1;
  }
  const written = /第\s?([一二三四五六七八九十])\s?天/.exec(text)?.[1];
  if (written !== undefined) return hanDigits.indexOf(written) - 1;
  const offset = /(?:^|[^a-z\d])[dt]\s?([+-])\s?(\d{1,3})(?:\s?(?:days?|d|天))?(?![\d:.a-z%])/.exec(text);
  if (offset !== null && (/(?:^|[^a-z])d\s?[+-]/.test(text) || /days?|d\b|天/.test(offset[0]))) {
    return (offset[1] === "-" ? -1 : 1) * Number(offset[2]);
  }
  if (/d-day|发布当[天日]|发布日|当[天日]/.test(text)) return 0;
  if (/次日|第二天|next day|发布后一[天日]|\(\+1\)|\+1d/.test(text)) return 1;
  return /前一[天日]|day before|发布前一/.test(text) ? -1 : null;
}

/** "T+15min – T+45min" or "T+15–45 min": where it begins and how long it is. */
function relativeOf(text: string): { offset: number; spanMin: number | null } | null {
  if (/^t\s?(?:=|[+-])?\s?0(?![\d:.])\s*(?:min|m|h)?$|^t$|^go-live$/.test(text)) return { offset: 0, spanMin: null };
  const parts = text
    .split(/\s*(?:~|–|—|→|至|到|\bto\b)\s*|(?<=\d\s?[a-z分时天]{0,8})\s*-\s*(?=t\s?[+-]|\d|\+)/)
    .filter((part) => part !== "");
  const first = oneRelative(parts[0] ?? "");
  if (first === null) return null;
  const unit = /[a-z分时天]+$/.exec(parts[1] ?? "")?.[0] ?? "";
  const bare = /^t\s?[+-]\s?\d+$/.test(parts[0] ?? "") ? oneRelative(`${parts[0] ?? ""}${unit}`) : first;
  const from = bare ?? first;
  const second =
    parts[1] === undefined ? null : (oneRelative(parts[1]) ?? oneRelative(`t+${parts[1].replace(/^\+/, "")}`));
  return { offset: from, spanMin: second !== null && second > from ? second - from : null };
}

function oneRelative(text: string): number | null {
  const zero = /^t\s?(?:=\s?)?0?$/.test(text);
  if (zero) return 0;
  const relative = readRelativeSign(text.startsWith("h+") ? `t+${text.slice(2)}h` : text);
  if (relative === null) return null;
  const minutes = readMinutes(relative.rest) ?? readClockTimes(relative.rest)[0] ?? Number.parseFloat(relative.rest);
  return Number.isFinite(minutes) ? relative.sign * minutes : null;
}

/** "30 min before the release", "上线前1小时", "发布后 10 分钟", "+15 min". */
function aroundOf(text: string): number | null {
  const minutes = readMinutes(text);
  if (/^\+\s?\d/.test(text)) return minutes ?? readClockTimes(text)[0] ?? Number.parseFloat(text.slice(1));
  if (minutes === null) return null;
  if (/\bbefore\b|(?:发布|上线|变更|切换)前|(?:分钟|小时|天)前|^前/.test(text)) return -minutes;
  return /\bafter\b|(?:发布|上线|变更|切换)后|(?:分钟|小时|天)后|^后/.test(text) ? minutes : null;
}

function clocksOf(text: string): number[] {
  const times = readClockTimes(text);
  if (times.length > 0) return times;
  const spelt = [
    ...text.matchAll(/(凌晨|早上|上午|中午|下午|晚上|晚)?\s?(\d{1,2})\s?[点时](?:\s?(\d{1,2})\s?分?|(半))?(?!\s?间)/g),
  ].map((found) => {
    const late = /下午|晚/.test(found[1] ?? "") && Number(found[2]) < 12;
    return (Number(found[2]) + (late ? 12 : 0)) * 60 + (found[4] === undefined ? Number(found[3] ?? 0) : 30);
  });
  if (spelt.length > 0) return spelt;
  return [...text.matchAll(/(?<![\d:.])(\d{1,2})\s?([ap])\.?m\b/g)].map(
    (found) => ((Number(found[1]) % 12) + (found[2] === "p" ? 12 : 0)) * 60,
  );
}

/** When something starts, in every way in which plans say it; all null when the text says nothing about time. */
export function readWhen(written: string): When {
  const text = comparable(written).replace(/[（(]\s*(?:utc|gmt)[^)）]*[)）]/g, "");
  if (text === "") return nothing;
  const date = readDay(text);
  const day = dayOf(text);
  const [from, to] = clocksOf(
    date === null ? text : text.replace(/\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?/g, " "),
  );
  if (day === null && date === null) {
    const relative = relativeOf(text);
    if (relative !== null) return { ...nothing, ...relative };
    if (from === undefined) {
      const around = aroundOf(text);
      if (around !== null) return { ...nothing, offset: around };
      const range = readMinuteRange(text);
      return range === null ? nothing : { ...nothing, offset: range.from, spanMin: range.to - range.from };
    }
  }
  const spanMin = from === undefined || to === undefined ? null : to > from ? to - from : to + 1440 - from;
  return { offset: null, clock: from ?? null, day, date, spanMin };
}

type Row = { when: When; lasts: number | null };

function dayIndex(when: When, zeroDate: CalendarDay | null): number | null {
  if (when.date !== null && zeroDate !== null) return daysBetween(zeroDate, when.date);
  return when.day;
}

/**
 * Starts in minutes after the window's start; a clock that runs backwards has passed midnight. `null` clocks follow the row
 * before them.
 */
export function startsOf(rows: readonly Row[], windowStart: number | null, windowDay: CalendarDay | null): number[] {
  const starts: number[] = [];
  let zero = windowStart;
  const zeroDate = windowDay ?? rows.find(({ when }) => when.date !== null)?.when.date ?? null;
  for (const { when } of rows) {
    const before = starts.at(-1) ?? 0;
    const previous = rows[starts.length - 1];
    const day = dayIndex(when, zeroDate);
    if (when.offset !== null) starts.push(when.offset);
    else if (when.clock === null && day === null) starts.push(before + (previous?.lasts ?? 0));
    else if (day !== null) {
      if (when.clock !== null) zero ??= when.clock;
      starts.push(day * 1440 + (when.clock === null ? 0 : when.clock - (zero ?? 0)));
    } else {
      const clock = when.clock ?? 0;
      zero ??= clock;
      let start = clock - zero;
      // Up to half a day before the window is preparation; a step back further down is the next day.
      while (starts.length === 0 ? start < -720 : start < before - 720) start += 1440;
      starts.push(start);
    }
  }
  return starts;
}
