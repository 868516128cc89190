import { expect, test } from "vitest";
import { createServerClock, offsetOf } from "./server-clock";
import { createTicker } from "./ticker";

test("of several round trips the shortest one counts", () => {
  const slow = { sentAt: 0, receivedAt: 900, serverNow: 10_000 };
  const fast = { sentAt: 1_000, receivedAt: 1_020, serverNow: 11_000 };
  expect(offsetOf([slow, fast])).toBe(11_000 - 1_010);
  expect(offsetOf([])).toBeNull();
});

test("a clock that was never measured runs on from what the page was rendered with", () => {
  let local = 500;
  const clock = createServerClock(90_000, () => local);
  local += 250;
  expect(clock.now()).toBe(90_250);
  clock.correct([]);
  expect(clock.now()).toBe(90_250);
});

test("a clock that was set, or slept, is found out by the next push", () => {
  let local = 0;
  const clock = createServerClock(1_000_000, () => local);
  local = 2_000;
  expect(clock.isOff(1_002_400)).toBe(false);
  expect(clock.isOff(1_060_000)).toBe(true);
});

test("the time that is shown stands still until the next tick, and starts as the server rendered it", () => {
  let local = 0;
  const ticker = createTicker(
    createServerClock(5_400, () => local),
    5_400,
  );
  expect(ticker.atFirst(1_000)).toBe(5_000);
  const stop = ticker.subscribe(1_000, () => undefined);
  expect(ticker.current(1_000)).toBe(5_000);
  local = 700;
  expect(ticker.current(1_000)).toBe(5_000);
  ticker.refresh();
  expect(ticker.current(1_000)).toBe(6_000);
  stop();
  local = 9_000;
  expect(ticker.current(1_000)).toBe(14_000);
});
