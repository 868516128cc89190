import { expect, test } from "vitest";
import { clockChangeAt, instantOf } from "./local-time";

test.each([
  ["2025-03-15T02:00", "Asia/Shanghai", "2025-03-14T18:00:00Z"],
  ["2026-07-01T02:00", "Europe/Berlin", "2026-07-01T00:00:00Z"],
  ["2026-12-01T02:00", "Europe/Berlin", "2026-12-01T01:00:00Z"],
  ["2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00Z"],
  ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"],
  ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00Z"],
])("%s in %s is %s, over clock changes too", (local, zone, utc) => {
  expect(new Date(instantOf(local, zone)).toISOString()).toBe(new Date(utc).toISOString());
});

test.each([
  ["2026-03-29T02:30", "Europe/Berlin", "skipped"],
  ["2026-03-29T02:00", "Europe/Berlin", "skipped"],
  ["2026-03-29T03:00", "Europe/Berlin", null],
  ["2026-10-25T02:30", "Europe/Berlin", "twice"],
  ["2026-10-25T03:00", "Europe/Berlin", null],
  ["2026-11-01T01:30", "America/New_York", "twice"],
  ["2026-03-29T02:30", "Asia/Shanghai", null],
])("%s in %s is a time that clocks show %s", (local, zone, change) => expect(clockChangeAt(local, zone)).toBe(change));
