import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Log } from "@/lib/ports/log";
import { watchJobs } from "./watch-jobs";

const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watching() {
  const loseSilentJobs = vi.fn(async () => 0);
  return { loseSilentJobs, watch: watchJobs({ loseSilentJobs, log }) };
}

test("a runner has twenty seconds to speak after a start", async () => {
  const { loseSilentJobs, watch } = watching();
  await vi.advanceTimersByTimeAsync(19_000);
  expect(loseSilentJobs).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(loseSilentJobs).toHaveBeenCalled();
  await watch.stop();
});

test("after an outage of the database runners have the same time to speak before any job is lost", async () => {
  const { loseSilentJobs, watch } = watching();
  await vi.advanceTimersByTimeAsync(21_000);
  loseSilentJobs.mockRejectedValueOnce(new Error("no connection"));
  await vi.advanceTimersByTimeAsync(1_000);
  loseSilentJobs.mockClear();
  await vi.advanceTimersByTimeAsync(19_000);
  expect(loseSilentJobs).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(loseSilentJobs).toHaveBeenCalled();
  await watch.stop();
});

test("a look that hung for longer than five seconds is an outage, too", async () => {
  const { loseSilentJobs, watch } = watching();
  await vi.advanceTimersByTimeAsync(21_000);
  loseSilentJobs.mockImplementationOnce(async () => {
    await new Promise((done) => setTimeout(done, 16_000));
    return 0;
  });
  await vi.advanceTimersByTimeAsync(18_000);
  loseSilentJobs.mockClear();
  await vi.advanceTimersByTimeAsync(18_000);
  expect(loseSilentJobs).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(loseSilentJobs).toHaveBeenCalled();
  await watch.stop();
});
