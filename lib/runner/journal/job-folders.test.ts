import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { jobOfATest, listeningLog } from "../fixtures/desk-of-a-test";
import { jobFolder, makeJobFolder, openJobs } from "./job-folders";
import { appendRecord } from "./journal";

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "holdpoint-folders-"));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

describe("the jobs of a runner's life before", () => {
  it("are looked after although something beside them cannot be read, and that is said", () => {
    for (const id of ["a-job", "y-job"]) {
      makeJobFolder(data, id);
      const job = jobOfATest({ id, work: { kind: "action", action: "deploy", arguments: {} } });
      appendRecord(jobFolder(data, id), { kind: "accepted", job });
    }
    writeFileSync(join(data, "jobs", "b-stray-file"), "");
    mkdirSync(join(data, "jobs", "c-job", "journal"), { recursive: true });
    const log = listeningLog();
    const open = openJobs(data, Date.now(), log).map(({ story }) => story.job?.id);
    expect(open.toSorted()).toEqual(["a-job", "y-job"]);
    expect(log.said.toSorted()).toEqual(
      ["b-stray-file", "c-job"].map((name) => expect.stringContaining(join("jobs", name))),
    );
  });
});
