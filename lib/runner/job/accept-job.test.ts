import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { jobOfATest, listeningLog } from "../fixtures/desk-of-a-test";
import { acceptJob, isWayBack, readStory } from "./accept-job";

const disk = vi.hoisted(() => ({ isReadOnly: false }));
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const remove: typeof fs.rmSync = (path, options) => {
    if (disk.isReadOnly) throw new Error("EROFS: read-only file system, rm");
    fs.rmSync(path, options);
  };
  return { ...fs, rmSync: remove };
});

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "holdpoint-accept-"));
});
afterEach(() => {
  disk.isReadOnly = false;
  rmSync(data, { recursive: true, force: true });
});

const back = jobOfATest({
  lane: "rollback",
  purpose: "traffic",
  work: { kind: "traffic", action: "edge", releaseStartedAt: 1000, ask: { verb: "set", share: 0 } },
});
const forward = { ...back, lane: "ordinary" as const };
const folder = () => join(data, "jobs", back.id);

describe("a disk that fails for good", () => {
  it("lets an offer be answered although what was half written can no longer be removed", () => {
    mkdirSync(folder(), { recursive: true });
    symlinkSync(join(data, "away", "journal"), join(folder(), "journal"));
    disk.isReadOnly = true;
    expect(acceptJob(data, back)).toMatchObject({ kind: "unwritten", because: expect.stringContaining("ENOENT") });
  });

  it("keeps a job whose journal cannot be read from beginning, but for the way back", () => {
    mkdirSync(join(folder(), "journal"), { recursive: true });
    const log = listeningLog();
    expect([forward, back].map(isWayBack)).toEqual([false, true]);
    expect(() => readStory(forward, folder(), log)).toThrow("EISDIR");
    expect(readStory(back, folder(), log)).toMatchObject({ startedBy: null, end: null });
    expect(log.said).toEqual([expect.stringContaining("cannot be read")]);
  });
});
