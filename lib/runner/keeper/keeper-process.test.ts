import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { jobStory } from "../journal/job-story";
import { type JournalRecord, readJournal } from "../journal/journal";
import type { KeeperOrder } from "./keeper-order";
import { runKeeper } from "./keeper-process";

const input = vi.hoisted(() => ({ order: "", onKeeper: () => {} }));
vi.mock("node:fs", async (original) => {
  const fs = await original<typeof import("node:fs")>();
  const readFileSync = (path: string | number, encoding: "utf8") =>
    path === 0 ? input.order : fs.readFileSync(path, encoding);
  return { ...fs, readFileSync };
});
vi.mock("../journal/journal", async (original) => {
  const journal = await original<typeof import("../journal/journal")>();
  return {
    ...journal,
    appendRecord(folder: string, record: JournalRecord) {
      journal.appendRecord(folder, record);
      if (record.kind === "keeper") input.onKeeper();
    },
  };
});

const SIGNALS = ["SIGHUP", "SIGINT", "SIGTERM"] as const;
let folder: string;
let umask: number;
let before: readonly NodeJS.SignalsListener[];
const fresh = (name: (typeof SIGNALS)[number]) => process.listeners(name).filter((one) => !before.includes(one));
beforeEach(() => {
  umask = process.umask();
  before = SIGNALS.flatMap((name) => process.listeners(name));
  folder = mkdtempSync(join(tmpdir(), "holdpoint-keeper-"));
});
afterEach(() => {
  for (const name of SIGNALS) for (const listener of fresh(name)) process.off(name, listener);
  process.umask(umask);
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

it("a keeper that is cancelled as soon as it is known ends its job as cancelled, and begins nothing", async () => {
  const order: KeeperOrder = {
    ...{ folder, head: "", commands: [["true"]], script: null, environment: {}, workingDirectory: "/", identity: null },
    ...{ limitMs: 60_000, graceMs: 1000, capBytes: 1000, followed: false, secrets: [] },
  };
  input.order = JSON.stringify(order);
  input.onKeeper = () => {
    for (const listener of fresh("SIGTERM")) listener("SIGTERM");
  };
  const exit = vi.spyOn(process, "exit").mockImplementation(() => {
    throw new Error("the end of the process");
  });
  await expect(runKeeper()).rejects.toThrow("the end of the process");
  expect(exit).toHaveBeenCalledWith(0);
  const { begun, end } = jobStory(readJournal(folder));
  expect({ begun, outcome: end?.outcome }).toEqual({ begun: false, outcome: "cancelled" });
});
