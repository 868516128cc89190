import { describe, expect, test } from "vitest";
import { localAfter, minutesBetween, weekdayOf } from "./local-minutes";

describe("times on the wall clock", () => {
  test.each([
    ["2026-09-19T23:00", 240, "2026-09-20T03:00"],
    ["2026-12-31T23:30", 45, "2027-01-01T00:15"],
    ["2028-02-28T12:00", 1_440, "2028-02-29T12:00"],
    ["2026-03-01T00:10", -30, "2026-02-28T23:40"],
  ])("%s and %d minutes is %s", (local, minutes, later) => {
    expect(localAfter(local, minutes)).toBe(later);
    expect(minutesBetween(local, later)).toBe(minutes);
  });

  test.each([
    [2025, 3, 15, 6],
    [2026, 11, 23, 1],
    [1969, 12, 31, 3],
  ])("%d-%d-%d is day %d of its week", (year, month, day, weekday) =>
    expect(weekdayOf(year, month, day)).toBe(weekday),
  );
});
