import { describe, expect, test } from "vitest";
import { readLeadingTime } from "./leading-time";
import { readWhen, startsOf } from "./when";

describe("a point in time", () => {
  test.each([
    ["02:10", { clock: 130 }],
    ["02:10–02:30", { clock: 130, spanMin: 20 }],
    ["23:50 - 00:10", { clock: 1_430, spanMin: 20 }],
    ["14:00 UTC", { clock: 840 }],
    ["9am", { clock: 540 }],
    ["2:30 PM", { clock: 870 }],
    ["9点30分", { clock: 570 }],
    ["晚上10点", { clock: 1_320 }],
    ["T0", { offset: 0 }],
    ["T-0", { offset: 0 }],
    ["T", { offset: 0 }],
    ["T-30m", { offset: -30 }],
    ["T−30 min", { offset: -30 }],
    ["T+15min", { offset: 15 }],
    ["T+1h30m", { offset: 90 }],
    ["T+00:30", { offset: 30 }],
    ["T+15 – T+45 min", { offset: 15, spanMin: 30 }],
    ["T+1h to T+2h", { offset: 60, spanMin: 60 }],
    ["+15 min", { offset: 15 }],
    ["0–15 min", { offset: 0, spanMin: 15 }],
    ["上线前30分钟", { offset: -30 }],
    ["1 hour after go-live", { offset: 60 }],
    ["Day 1 09:00", { day: 0, clock: 540 }],
    ["Day 2", { day: 1 }],
    ["D-1 18:00", { day: -1, clock: 1_080 }],
    ["D+3", { day: 3 }],
    ["T-1d", { day: -1 }],
    ["T+2 days 10:00", { day: 2, clock: 600 }],
    ["第2天 10:00", { day: 1, clock: 600 }],
    ["次日 02:00", { day: 1, clock: 120 }],
    ["2026-03-14 22:00", { date: { year: 2026, month: 3, day: 14 }, clock: 1_320 }],
    ["as soon as possible", {}],
    ["", {}],
  ])("“%s” is %j", (text, expected) =>
    expect(readWhen(text)).toEqual({ offset: null, clock: null, day: null, date: null, spanMin: null, ...expected }),
  );
});

describe("a time in front of a text", () => {
  test.each([
    ["02:10 Backup", "02:10", "Backup"],
    ["02:10–02:30 数据库备份", "02:10–02:30", "数据库备份"],
    ["T-30m: freeze", "T-30m", "freeze"],
    ["T+15min — shift 5%", "T+15min", "shift 5%"],
    ["T0 Start", "T0", "Start"],
    ["14:00 UTC - Deploy", "14:00 UTC", "Deploy"],
    ["[22:00] Stop the queue", "22:00", "Stop the queue"],
    ["Day 1 09:00: internal users", "Day 1 09:00", "internal users"],
    ["Day 2 – 25%", "Day 2", "25%"],
    ["D+1 review", "D+1", "review"],
    ["第2天 10:00 全量", "第2天 10:00", "全量"],
    ["9:30 am Stand-up", "9:30 am", "Stand-up"],
    ["2026-03-14 22:00 freeze", "2026-03-14 22:00", "freeze"],
    ["0–15 min: deploy", "0–15 min", "deploy"],
    ["+30 min verify", "+30 min", "verify"],
  ])("“%s” is taken off", (text, time, rest) => expect(readLeadingTime(text)).toEqual({ time, rest }));
  test.each(["Backup 02:10", "Tag v2.3", "5% of traffic", "100 users", "2 pods", "Day care", "3 节点"])(
    "“%s” has none",
    (text) => expect(readLeadingTime(text)).toBeNull(),
  );
});

describe("starts", () => {
  const starts = (texts: readonly string[], zero: number | null = null) =>
    startsOf(
      texts.map((text) => ({ when: readWhen(text), lasts: 10 })),
      zero,
      null,
    );
  test("run on over midnight", () => expect(starts(["23:30", "00:10", "01:00"])).toEqual([0, 40, 90]));
  test("count days from the first", () =>
    expect(starts(["Day 1 09:00", "Day 1 10:00", "Day 2 09:00"])).toEqual([0, 60, 1_440]));
  test("may lie before the window", () => expect(starts(["D-1 18:00", "D+0 20:00"], 1_200)).toEqual([-1_560, 0]));
  test("follow what stands before where none is written", () =>
    expect(starts(["T-30m", "", "T0"])).toEqual([-30, -20, 0]));
});
