import { afterEach, expect, test, vi } from "vitest";
import { withoutConfigTiming } from "./quiet-start";

afterEach(() => {
  vi.restoreAllMocks();
});

test("only Next's line about its configuration is left out, and only meanwhile", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  await withoutConfigTiming(async () => {
    console.log(" ○", "Running next.config.ts took 92ms");
    console.log("what else is said");
  });
  console.log(" ○", "Running next.config.ts took 92ms");
  expect(log.mock.calls).toEqual([["what else is said"], [" ○", "Running next.config.ts took 92ms"]]);
});

test("a failure passes, and the console is as before", async () => {
  const { log } = console;
  await expect(withoutConfigTiming(() => Promise.reject(new Error("no pages")))).rejects.toThrow("no pages");
  expect(console.log).toBe(log);
});
