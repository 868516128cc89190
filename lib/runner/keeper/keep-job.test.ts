import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { jobStory } from "../journal/job-story";
import { appendRecord, type JournalRecord, readJournal, spoolOf } from "../journal/journal";
import { JobKeeper } from "./keep-job";
import type { KeeperOrder } from "./keeper-order";
import { monotonicMs } from "./monotonic";

/** Kinds of records that the disk does not take, and how often still. */
const full = vi.hoisted(() => new Map<string, number>());
vi.mock("../journal/journal", async (original) => {
  const journal = await original<typeof import("../journal/journal")>();
  return {
    ...journal,
    appendRecord(folder: string, record: JournalRecord) {
      const left = full.get(record.kind) ?? 0;
      full.set(record.kind, left - 1);
      if (left > 0) throw new Error("ENOSPC: no space left on device, write");
      journal.appendRecord(folder, record);
    },
  };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdpoint-keeper-"));
  full.clear();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const orderOf = (commands: string[][]): KeeperOrder => ({
  ...{ folder, head: "head\n", commands, script: null, environment: { PATH: process.env["PATH"] ?? "" } },
  ...{
    workingDirectory: "/",
    identity: null,
    limitMs: 60_000,
    graceMs: 1000,
    capBytes: 1000,
    followed: false,
    secrets: [],
  },
});
const story = () => jobStory(readJournal(folder));
const allow = (turn: number) => appendRecord(folder, { kind: "permit", turn, until: monotonicMs() + 60_000 });

describe("a keeper on a full disk", () => {
  it("leads a command to its end although its process could not be written down, and neither could its output", async () => {
    symlinkSync("/dev/full", spoolOf(folder));
    full.set("child", 1);
    allow(0);
    await new JobKeeper(orderOf([["sh", "-c", "echo out; exit 3"]])).keep();
    expect(story().child).toBe(null);
    expect(story().end).toMatchObject({ outcome: "failed", exitCode: 3, bytes: 0, capped: true, producedBytes: 9 });
  });

  it("writes down the end that it has seen as soon as there is room", async () => {
    full.set("end", 2);
    allow(0);
    await new JobKeeper(orderOf([["true"]])).keep();
    expect(story().end).toMatchObject({ outcome: "succeeded", exitCode: 0 });
  });

  it("begins nothing before its record is on the disk, and goes on when it can be", async () => {
    full.set("asks", 1);
    full.set("spawning", 1);
    allow(0);
    const kept = new JobKeeper(orderOf([["true"], ["true"]])).keep();
    await expect.poll(() => story().asks, { timeout: 20_000 }).toBe(0);
    expect(story().begun).toBe(false);
    allow(0);
    await expect.poll(() => story().asks, { timeout: 20_000 }).toBe(1);
    allow(1);
    await kept;
    expect(story().end).toMatchObject({ outcome: "succeeded" });
    const spawned = readJournal(folder).flatMap((record) => (record.kind === "spawning" ? [record.turn] : []));
    expect(spawned).toEqual([0, 1]);
  });
});
