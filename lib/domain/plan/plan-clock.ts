const DAY_MIN = 1440;

/** Minutes after midnight that a clock time says, `02:10` = 130; null when it is none. */
function minutesOf(text: string): number | null {
  const found = /^(\d{1,2})[:：](\d{2})$/.exec(text.trim());
  if (found === null) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2])];
  return hours > 23 || minutes > 59 ? null : hours * 60 + minutes;
}

/** How many minutes after the window's start a clock time is, past midnight where it must be; null when it is no clock time. */
export function minutesAfterStart(text: string, windowStart: string | null): number | null {
  const at = minutesOf(text);
  const start = windowStart === null ? 0 : minutesOf(windowStart.slice(11, 16));
  if (at === null || start === null) return null;
  return (at - start + DAY_MIN) % DAY_MIN;
}
