import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { appendRecord } from "@/lib/runner/journal/journal";
import { identityOf } from "@/lib/runner/journal/process-identity";
import { endKeepers } from "./end-keepers";

test("the lab ends what its runner would have left to keepers, and nobody else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-keepers-"));
  const [kept, other] = [spawn("sleep", ["60"]), spawn("sleep", ["60"])];
  const [own, foreign] = [identityOf(kept.pid ?? 0), identityOf(other.pid ?? 0)];
  if (own === null || foreign === null) throw new Error("A process has no identity.");
  const journalOf = (name: string) => {
    mkdirSync(join(folder, "jobs", name), { recursive: true });
    return join(folder, "jobs", name);
  };
  appendRecord(journalOf("job-1"), { kind: "keeper", identity: own });
  // A number that another process has by now.
  appendRecord(journalOf("job-2"), { kind: "keeper", identity: { ...foreign, started: "1" } });
  const ended = once(kept, "exit");
  await endKeepers(folder);
  expect(await ended).toEqual([null, "SIGTERM"]);
  expect(other.exitCode ?? other.signalCode).toBeNull();
  other.kill();
  rmSync(folder, { recursive: true });
});

test("a runner that had no job has no keepers", async () => {
  await expect(endKeepers("/nonexistent")).resolves.toBeUndefined();
});
