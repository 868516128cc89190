import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DueTimer } from "@/lib/ports/timer-store";
import { startEngine } from "./start-engine";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const timer: DueTimer = { releaseId: "r", key: "rollback.due", dueAt: 1, epoch: 0, command: { type: "rollback.due" } };

test("a timer that could not be asked for stays due, and the engine rests before it asks again", async () => {
  const takeDue = vi.fn(async () => [timer]);
  const release = vi.fn(async () => undefined);
  const finish = vi.fn(async () => undefined);
  const engine = startEngine({
    timers: { takeDue, release, finish, untilNextMs: async () => 0, forgetOldCommands: async () => 0 },
    submitCommand: async () => ({ outcome: "unavailable", id: "1" }),
    ids: { next: () => "worker" },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  await vi.advanceTimersByTimeAsync(900);
  expect(takeDue).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(takeDue).toHaveBeenCalledTimes(2);
  expect(release).toHaveBeenCalledWith(timer);
  expect(finish).not.toHaveBeenCalled();
  const stopped = engine.stop();
  await vi.runAllTimersAsync();
  await stopped;
});

test("a night's worth of announcements in one moment makes one more look, after what they announced has been answered", async () => {
  const takeDue = vi.fn(async () => []);
  const engine = startEngine({
    timers: {
      takeDue,
      release: async () => undefined,
      finish: async () => undefined,
      untilNextMs: async () => null,
      forgetOldCommands: async () => 0,
    },
    submitCommand: async () => ({ outcome: "unavailable", id: "1" }),
    ids: { next: () => "worker" },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  await vi.advanceTimersByTimeAsync(100);
  expect(takeDue).toHaveBeenCalledTimes(1);
  for (let n = 0; n < 200; n += 1) engine.wake();
  await vi.advanceTimersByTimeAsync(10);
  expect(takeDue).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(90);
  expect(takeDue).toHaveBeenCalledTimes(2);
  const stopped = engine.stop();
  await vi.runAllTimersAsync();
  await stopped;
});
