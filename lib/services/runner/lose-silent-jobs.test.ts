import { afterEach, expect, test, vi } from "vitest";
import { sha256Hasher } from "@/lib/adapters/hashing/sha256-hasher";
import { loseSilentJobs } from "./lose-silent-jobs";
import type { RunnerPorts } from "./runner-ports";

afterEach(() => {
  vi.useRealTimers();
});

test("leases that a database was long in telling of are no silence of their runners: none is let go", async () => {
  vi.useFakeTimers();
  const letGo = vi.fn(async () => undefined);
  let tookMs = 6_000;
  const runners: RunnerPorts["runners"] = {
    add: async () => true,
    list: async () => [],
    revoke: async () => true,
    use: async () => null,
    greet: async () => undefined,
    offer: async () => true,
    claim: async () => true,
    renew: async () => undefined,
    letGo,
    listSilent: async () => {
      await vi.advanceTimersByTimeAsync(tookMs);
      return [{ releaseId: "r1", job: "job:1", runner: "blue" }];
    },
  };
  const ports: RunnerPorts = {
    runners,
    outputs: { append: async () => 0, size: async () => 0, read: async () => new Uint8Array() },
    releases: { listHeads: async () => [] },
    hasher: sha256Hasher,
    findRelease: async () => null,
    findApprovals: async () => ({ hash: "", approvals: [] }),
    submitCommand: async () => ({ outcome: "accepted", seq: 1, events: [] }),
  };
  await expect(loseSilentJobs(ports)).rejects.toThrow("too slow");
  expect(letGo).not.toHaveBeenCalled();
  tookMs = 100;
  expect(await loseSilentJobs(ports)).toBe(0);
  expect(letGo).toHaveBeenCalledOnce();
});
