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
