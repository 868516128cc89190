import { describe, expect, it } from "vitest";
import { clockSpan, dayAndMinute, lateSpan, minuteOfDay, remainingSpan, timeOfDay } from "./time-text";

const saturday = Date.UTC(2025, 2, 14, 18, 0, 5);

describe("times on screen", () => {
  it("are told in the plan's zone on 24 hours", () => {
    expect(timeOfDay(saturday, "Asia/Shanghai")).toBe("02:00:05");
    expect(minuteOfDay(saturday, "Asia/Shanghai")).toBe("02:00");
    expect(minuteOfDay(saturday - 2 * 3_600_000, "Asia/Shanghai")).toBe("00:00");
  });
  it("carry the date and the weekday in the reader's language where the day may differ", () => {
    expect(dayAndMinute(saturday, "Asia/Shanghai", "zh-CN")).toBe("2025-03-15 周六 02:00");
    expect(dayAndMinute(saturday, "Asia/Shanghai", "en")).toBe("2025-03-15 Sat 02:00");
  });
  it("count down to zero only when the time is over", () => {
    expect(remainingSpan(1)).toBe("00:01");
    expect(remainingSpan(0)).toBe("00:00");
    expect(remainingSpan(-5000)).toBe("00:00");
    expect(remainingSpan(2_568_000)).toBe("42:48");
  });
  it("say late with a plus and early with a minus", () => {
    expect(lateSpan(270_000)).toBe("+04:30");
    expect(lateSpan(-70_000)).toBe("−01:10");
    expect(clockSpan(3_723_000)).toBe("1:02:03");
  });
});
