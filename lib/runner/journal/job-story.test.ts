import { appendFileSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listeningLog } from "../fixtures/desk-of-a-test";
import { EpochLedger } from "../job/epoch-ledger";
import { makeEnd } from "../job/make-end";
import { jobStory } from "./job-story";
import { appendRecord, readJournal } from "./journal";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdpoint-journal-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a job's journal", () => {
  it("loses a torn record and nothing that comes after it", () => {
    appendRecord(folder, { kind: "starting", by: "keeper" });
    appendFileSync(join(folder, "journal"), '\n{"kind":"permit","tu');
    appendRecord(folder, { kind: "asks", turn: 1 });
    expect(readJournal(folder)).toEqual([
      { kind: "starting", by: "keeper" },
      { kind: "asks", turn: 1 },
    ]);
  });

  it("tells a job that may have taken effect from one that has not", () => {
    const permit = { kind: "permit", turn: 0, until: 5 } as const;
    const spawning = { kind: "spawning", turn: 0 } as const;
    expect(jobStory([permit, { kind: "starting", by: "keeper" }]).begun).toBe(false);
    expect(jobStory([permit, { kind: "starting", by: "keeper" }, spawning]).begun).toBe(true);
    expect(jobStory([permit, spawning, { kind: "withheld", turn: 0 }]).begun).toBe(false);
    expect(
      jobStory([
        permit,
        spawning,
        { kind: "asks", turn: 1 },
        { kind: "spawning", turn: 1 },
        { kind: "withheld", turn: 1 },
      ]).begun,
    ).toBe(true);
    expect(jobStory([{ kind: "starting", by: "runner" }]).begun).toBe(true);
  });

  it("keeps the first end that was written", () => {
    const lost = makeEnd(folder, "lost", "nobody saw it");
    const late = makeEnd(folder, "succeeded", "late");
    const story = jobStory([
      { kind: "end", end: lost },
      { kind: "end", end: late },
    ]);
    expect(story.end?.outcome).toBe("lost");
  });
});

describe("the memory of epochs", () => {
  it("survives the runner and never goes back", () => {
    const ledger = new EpochLedger(folder, listeningLog());
    ledger.see("r", 3);
    ledger.see("r", 1);
    const next = new EpochLedger(folder, listeningLog());
    expect([next.isCurrent("r", 2), next.isCurrent("r", 3), next.isCurrent("other", 0)]).toEqual([false, true, true]);
  });

  it("holds on a full disk too, says so once, and is on the disk as soon as that has room", () => {
    const log = listeningLog();
    const ledger = new EpochLedger(folder, log);
    const draft = join(folder, "epochs.json.draft");
    symlinkSync("/dev/full", draft);
    ledger.see("r", 3);
    ledger.see("other", 1);
    expect([ledger.isCurrent("r", 2), ledger.isCurrent("r", 3)]).toEqual([false, true]);
    expect(log.said).toEqual([expect.stringContaining("epochs.json cannot be written")]);
    rmSync(draft);
    ledger.see("r", 3);
    const next = new EpochLedger(folder, log);
    expect([next.isCurrent("r", 2), next.isCurrent("other", 0)]).toEqual([false, false]);
  });

  it("that cannot be read stops the runner instead of letting everything through", () => {
    appendFileSync(join(folder, "epochs.json"), "[[");
    expect(() => new EpochLedger(folder, listeningLog())).toThrow("could not be refused here");
  });
});
