import type { LocalDateTime } from "@/lib/domain/plan/plan";

function minutesOf(local: LocalDateTime): number {
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0] = local.split(/\D/).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

/** Minutes on the wall clock from one local time to another, whatever the clocks do in between. */
export function minutesBetween(from: LocalDateTime, to: LocalDateTime): number {
  return minutesOf(to) - minutesOf(from);
}

const two = (value: number) => String(value).padStart(2, "0");

/** The local time so many minutes later on the wall clock. */
export function localAfter(local: LocalDateTime, minutes: number): LocalDateTime {
  const total = minutesOf(local) + minutes;
  const days = Math.floor(total / 1_440);
  const rest = total - days * 1_440;
  const { year, month, day } = civilDay(days);
  return `${year}-${two(month)}-${two(day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}

/** The day of the calendar so many days after 1970-01-01 (Howard Hinnant's civil_from_days). */
function civilDay(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = ofYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** 0 = Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  return (((Date.UTC(year, month - 1, day) / 86_400_000 + 4) % 7) + 7) % 7;
}
