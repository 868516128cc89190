import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listeningLog } from "./fixtures/desk-of-a-test";
import { identityOf, ProcessIdentity } from "./journal/process-identity";
import { holdDataDirectory } from "./runner-lock";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdpoint-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the data directory", () => {
  it("belongs to one runner, until that one is gone", () => {
    const lock = join(folder, "runner.lock");
    writeFileSync(lock, JSON.stringify(identityOf(process.ppid)));
    expect(holdDataDirectory(folder, listeningLog())).toContain(`process ${process.ppid}`);
    const gone = {
      pid: process.ppid,
      started: "long before this one, and in more words than its own",
      boot: "another",
    };
    writeFileSync(lock, JSON.stringify(gone));
    expect(holdDataDirectory(folder, listeningLog())).toBe(null);
    expect(ProcessIdentity.parse(JSON.parse(readFileSync(lock, "utf8")))).toEqual(identityOf(process.pid));
  });

  it("is worked with, and that is said, where nobody can write down whose it is", () => {
    mkdirSync(join(folder, "runner.lock"));
    const log = listeningLog();
    expect(holdDataDirectory(folder, log)).toBe(null);
    expect(log.said).toEqual([expect.stringContaining("runner.lock cannot be written")]);
  });
});
