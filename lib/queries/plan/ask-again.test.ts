import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { askAgain } from "./ask-again";
import type { ReadingAnswer } from "./post-for-reading";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Asks a server that gives these answers one after another. */
function asking(...answers: ReadingAnswer<string>[]) {
  const heard: string[] = [];
  const stop = askAgain<string>({
    pauseMs: 100,
    ask: async () => answers.shift() ?? { kind: "read", value: "last" },
    onRead: (value) => heard.push(value),
    onFailed: (detail) => heard.push(detail ?? "nobody"),
  });
  return { heard, stop };
}

test("nothing is asked before one has stopped typing", async () => {
  const { heard } = asking({ kind: "read", value: "plan" });
  await vi.advanceTimersByTimeAsync(99);
  expect(heard).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(heard).toEqual(["plan"]);
});

test("what was too early is asked again when the server says so", async () => {
  const { heard } = asking({ kind: "later", afterMs: 5_000 }, { kind: "read", value: "plan" });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(heard).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(heard).toEqual(["plan"]);
});

test("a server that does not answer is asked again, a refusal is not", async () => {
  const silent = asking({ kind: "failed", detail: null }, { kind: "read", value: "plan" });
  const refusing = asking({ kind: "failed", detail: "too long" }, { kind: "read", value: "never" });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(silent.heard).toEqual(["nobody", "plan"]);
  expect(refusing.heard).toEqual(["too long"]);
});

test("an answer that comes after it was told to stop is not heard", async () => {
  let give: (answer: ReadingAnswer<string>) => void = () => undefined;
  const heard: string[] = [];
  const stop = askAgain<string>({
    pauseMs: 0,
    ask: () => new Promise((resolve) => (give = resolve)),
    onRead: (value) => heard.push(value),
    onFailed: () => heard.push("failed"),
  });
  await vi.advanceTimersByTimeAsync(1);
  stop();
  give({ kind: "read", value: "of an earlier text" });
  await vi.advanceTimersByTimeAsync(1);
  expect(heard).toEqual([]);
});
