import { describe, expect, it } from "vitest";
import { formatAge, formatElapsed, formatLate, formatRemaining, formatTook } from "./format-duration";
import { formatClock, formatDateTime, formatWindow, formatZone } from "./format-time";

const ZONE = "Asia/Shanghai";
const TWO = Date.parse("2025-03-15T02:00:00+08:00");

describe("times are the plan's zone's, in 24 hours", () => {
  it("shows the clock with seconds and midnight as 00", () => {
    expect(formatClock(TWO, ZONE)).toBe("02:00:00");
    expect(formatClock(Date.parse("2025-03-15T00:00:05+08:00"), ZONE)).toBe("00:00:05");
    expect(formatClock(TWO, "Europe/Berlin")).toBe("19:00:00");
  });
  it("shows date, weekday and time in the reader's language", () => {
    expect(formatDateTime(TWO, ZONE, "zh-CN")).toBe("2025-03-15 周六 02:00");
    expect(formatDateTime(TWO, ZONE, "en")).toBe("2025-03-15 Sat 02:00");
  });
  it("names both dates of a window that crosses midnight, and one otherwise", () => {
    const before = Date.parse("2025-03-14T23:00:00+08:00");
    expect(formatWindow(before, TWO, ZONE, "zh-CN")).toBe("2025-03-14 周五 23:00 – 2025-03-15 周六 02:00");
    expect(formatWindow(TWO, TWO + 4 * 3600_000, ZONE, "zh-CN")).toBe("2025-03-15 周六 02:00 – 06:00");
  });
  it("names the zone as people do", () => {
    expect(formatZone(TWO, ZONE, "zh-CN")).toBe("北京时间");
    expect(formatZone(TWO, "Europe/Berlin", "en")).toBe("GMT+1");
  });
});

describe("durations", () => {
  it("of what was over at once are no zero: something took them", () => {
    expect([140, 685, 38_000, 99_400, 100_000].map(formatTook)).toEqual(["< 1 s", "1 s", "38 s", "99 s", "01:40"]);
  });
  it("count down to 00:00 only when the time is over", () => {
    expect(formatRemaining(1)).toBe("00:01");
    expect(formatRemaining(0)).toBe("00:00");
    expect(formatRemaining(-5000)).toBe("00:00");
    expect(formatRemaining((42 * 60 + 48) * 1000)).toBe("42:48");
    expect(formatRemaining(3600_000 + 38 * 60_000 + 18_000)).toBe("1:38:18");
    expect(formatRemaining(26 * 3600_000)).toBe("1d 02:00");
  });
  it("show a second as passed only when it has", () => {
    expect(formatElapsed(999)).toBe("00:00");
    expect(formatElapsed(61_000)).toBe("01:01");
  });
  it("say late with a plus, early with a minus", () => {
    expect(formatLate(270_000)).toBe("+04:30");
    expect(formatLate(-90_000)).toBe("−01:30");
    expect(formatLate(200)).toBe("±00:00");
  });
  it("give an age in its largest unit", () => {
    expect([formatAge(12_400), formatAge(190_000), formatAge(7_300_000)]).toEqual(["12 s", "3 min", "2 h"]);
  });
});
