import { afterEach, expect, test, vi } from "vitest";
import { watchDatabase } from "./database-watch";

afterEach(() => {
  vi.useRealTimers();
});

test("the night's clock goes on when the host's time is set back", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_764_120_000_000 });
  let passedMs = 5_000;
  const watch = watchDatabase({
    check: async () => undefined,
    readClock: async () => 1_764_120_090_000,
    onTurn: () => undefined,
    monotonic: () => passedMs,
  });
  await watch.look();
  passedMs += 1_500;
  vi.setSystemTime(1_764_116_400_000);
  expect(watch.now()).toBe(1_764_120_091_500);
});

test("what it says to be down is up again after the next answer, and both turns are told", async () => {
  const turns: boolean[] = [];
  let fails = true;
  const watch = watchDatabase({
    check: async () => {
      if (fails) throw new Error("no answer");
    },
    readClock: async () => 1_764_120_000_000,
    onTurn: () => turns.push(watch.isUp()),
  });
  await watch.look();
  fails = false;
  await watch.look();
  await watch.look();
  expect(turns).toEqual([false, true]);
});
