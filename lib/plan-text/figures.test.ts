import { describe, expect, test } from "vitest";
import { readClockTimes, readDay, readWindow, readZone } from "./clock-times";
import { readMinuteRange, readMinutes, readPercent } from "./durations";

describe("a length", () => {
  test.each([
    ["10min", 10],
    ["10 分钟", 10],
    ["1小时", 60],
    ["4 个小时", 240],
    ["1 小时 30 分", 90],
    ["1h30m", 90],
    ["1.5 hours", 90],
    ["半小时", 30],
    ["half an hour", 30],
    ["24小时内", 1_440],
    ["1周内", 10_080],
    ["2 days", 2_880],
    ["90s", 1.5],
    ["1-2 hours", 120],
    ["３０分钟", 30],
    ["< 5分钟", 5],
    ["保持24小时观察", 1_440],
    ["-", null],
    ["", null],
    ["5 members", null],
    ["3 节点", null],
  ])("in “%s” is %s minutes", (text, minutes) => expect(readMinutes(text)).toBe(minutes));
});

describe("a span", () => {
  test.each([
    ["0-2小时", 0, 120],
    ["6–24 hours", 360, 1_440],
    ["1-7天", 1_440, 10_080],
    ["30分钟~2小时", 30, 120],
    ["2 小时至 6 小时", 120, 360],
    ["first 2 hours", 0, 120],
    ["前30分钟", 0, 30],
  ])("of “%s” goes from %d to %d", (text, from, to) => expect(readMinuteRange(text)).toEqual({ from, to }));
  test("that goes backwards is none", () => expect(readMinuteRange("7-1天")).toBeNull());
});

describe("a share", () => {
  test.each([
    ["5% 灰度发布", 5],
    ["2.5 ％", 2.5],
    ["全量", null],
    ["150%", null],
  ])("in “%s” is %s", (text, share) => expect(readPercent(text)).toBe(share));
});

describe("a time", () => {
  test.each([
    ["02:00 AM", [120]],
    ["12:30 am", [30]],
    ["2:30 PM", [870]],
    ["14:00 PM", [840]],
    ["02:00-06:00", [120, 360]],
    ["24:00", [1_440]],
    ["25:10", []],
    ["T+0:30", []],
  ])("in “%s” is %j", (text, times) => expect(readClockTimes(text)).toEqual(times));
  test.each([
    ["2025-03-15", { year: 2025, month: 3, day: 15 }],
    ["2025/3/5", { year: 2025, month: 3, day: 5 }],
    ["2025年3月15日", { year: 2025, month: 3, day: 15 }],
    ["March 15, 2025", { year: 2025, month: 3, day: 15 }],
    ["15 Mar 2025", { year: 2025, month: 3, day: 15 }],
    ["2025-02-29", null],
    ["2024-02-29", { year: 2024, month: 2, day: 29 }],
    ["2025-13-01", null],
    ["tomorrow", null],
  ])("on the day “%s”", (text, day) => expect(readDay(text)).toEqual(day));
  test.each([
    ["2025-03-15 周六 02:00 AM - 06:00 AM", "2025-03-15T02:00", "2025-03-15T06:00", 240],
    ["2025-12-31 23:00-02:00", "2025-12-31T23:00", "2026-01-01T02:00", 180],
    ["2025-02-28 22:00 ~ 24:00", "2025-02-28T22:00", "2025-03-01T00:00", 120],
  ])("window “%s”", (text, start, end, lengthMin) => expect(readWindow(text)).toEqual({ start, end, lengthMin }));
  test("window without a day is none", () => expect(readWindow("02:00-06:00")).toBeNull());
  test.each([
    ["02:00 UTC", "UTC"],
    ["北京时间 02:00", "Asia/Shanghai"],
    ["22:00 (UTC+8)", "Asia/Shanghai"],
    ["22:00 GMT+3", "Etc/GMT-3"],
    ["Europe/Berlin", "Europe/Berlin"],
    ["the best night", null],
    ["02:00", null],
  ])("zone in “%s” is %s", (text, zone) => expect(readZone(text)).toBe(zone));
});
