import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listeningLog } from "../fixtures/desk-of-a-test";
import { EpochLedger } from "../job/epoch-ledger";
import { holdDataDirectory } from "../runner-lock";
import { appendRecord, readJournal } from "./journal";
import { identityOf } from "./process-identity";

/** So many bytes are taken at a time, and so many in all; whether a folder's names can be made sure of. */
const disk = vi.hoisted(() => ({ atATime: Infinity, room: Infinity, takesNames: true }));
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  function writeSync(file: number, data: Uint8Array, at: number): number {
    const bytes = Buffer.from(data).subarray(at, at + Math.min(disk.atATime, disk.room));
    if (bytes.length === 0) throw new Error("ENOSPC: no space left on device, write");
    disk.room -= bytes.length;
    return fs.writeSync(file, bytes);
  }
  function fsyncSync(file: number): void {
    if (!disk.takesNames && fs.fstatSync(file).isDirectory()) throw new Error("EIO: i/o error, fsync");
    fs.fsyncSync(file);
  }
  return { ...fs, writeSync, fsyncSync };
});

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "holdpoint-to-disk-"));
});
afterEach(() => {
  Object.assign(disk, { atATime: Infinity, room: Infinity, takesNames: true });
  rmSync(data, { recursive: true, force: true });
});

describe("a disk that takes only a part of a write", () => {
  it("is given the rest", () => {
    disk.atATime = 7;
    appendRecord(data, { kind: "starting", by: "keeper" });
    expect(readJournal(data)).toEqual([{ kind: "starting", by: "keeper" }]);
    const log = listeningLog();
    expect(holdDataDirectory(data, log)).toBe(null);
    expect(JSON.parse(readFileSync(join(data, "runner.lock"), "utf8"))).toEqual(identityOf(process.pid));
    expect(log.said).toEqual([]);
  });

  it("has not taken a record, nor whose the data directory is", () => {
    disk.room = 10;
    expect(() => appendRecord(data, { kind: "starting", by: "keeper" })).toThrow("ENOSPC");
    expect(readJournal(data)).toEqual([]);
    disk.room = 10;
    const log = listeningLog();
    expect(holdDataDirectory(data, log)).toBe(null);
    expect(log.said).toEqual([expect.stringContaining("runner.lock cannot be written")]);
  });
});

describe("a disk that fails when a folder's names are made sure of", () => {
  it("costs no open file with every attempt of the epochs", () => {
    const ledger = new EpochLedger(data, listeningLog());
    disk.takesNames = false;
    for (let epoch = 1; epoch <= 3; epoch += 1) ledger.see("release-1", epoch);
    const open = readdirSync("/proc/self/fd").map((file) => {
      try {
        return readlinkSync(join("/proc/self/fd", file));
      } catch {
        return "";
      }
    });
    expect(open.filter((path) => path === data)).toEqual([]);
  });
});
