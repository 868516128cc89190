import { afterEach, expect, it, vi } from "vitest";
import { askToEnd, identityOf } from "./process-identity";

afterEach(() => vi.restoreAllMocks());

it("whoever ends just before he is told to has ended, and nothing else comes of it", () => {
  const own = identityOf(process.pid);
  if (own === null) throw new Error("no /proc");
  const kill = vi.spyOn(process, "kill").mockImplementation(() => {
    throw new Error("kill ESRCH");
  });
  askToEnd({ ...own, started: "at another time" });
  expect(kill).not.toHaveBeenCalled();
  askToEnd(own);
  expect(kill).toHaveBeenCalledWith(process.pid, "SIGTERM");
});
