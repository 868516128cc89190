import { afterEach, expect, it, vi } from "vitest";
import { plainLog } from "./plain-log";

afterEach(() => vi.restoreAllMocks());

it("a log that takes nothing keeps nothing from being done", () => {
  const write = vi.spyOn(process.stderr, "write").mockImplementation(() => {
    throw new Error("ENOSPC: no space left on device, write");
  });
  plainLog.error({ job: "a" }, "The disk is full.");
  expect(write).toHaveBeenCalledWith(expect.stringMatching(/ error The disk is full\. job=a\n$/u));
});
