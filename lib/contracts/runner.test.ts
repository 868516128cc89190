import { describe, expect, it } from "vitest";
import { JobOutput, OUTPUT_CHUNK_MAX_BYTES, RUNNER_PATHS, RunnerJob } from "./runner";
import { ArgumentType } from "./runner-actions";

const instance = "4b0c8e37-7c5a-4d6b-8a4e-0d6f3f0f9b1a";

describe("what runner and server say to each other", () => {
  it("takes a full chunk of output, and not one byte more than the bound of a body allows", () => {
    const full = Buffer.alloc(OUTPUT_CHUNK_MAX_BYTES, 0xff).toString("base64");
    expect(JobOutput.safeParse({ instance, from: 0, data: full }).success).toBe(true);
    expect(JobOutput.safeParse({ instance, from: 0, data: `${full}AAAA` }).success).toBe(false);
    expect(full.length).toBeLessThan(256_000);
  });

  it("refuses a job whose id could leave its folder", () => {
    const job = {
      id: "../../etc",
      releaseId: "r1",
      seq: 4,
      epoch: 0,
      lane: "ordinary",
      purpose: "step",
      subject: "step:1",
      title: "Backup",
      labels: [],
      work: { kind: "action", action: "backup", arguments: { database: "scm_order" } },
      leaseMs: 15_000,
      limitMs: null,
    };
    expect(RunnerJob.safeParse(job).success).toBe(false);
    expect(RunnerJob.safeParse({ ...job, id: "j-1" }).success).toBe(true);
  });

  it("keeps an id inside its part of a path", () => {
    expect(RUNNER_PATHS.finish("a/../b")).toBe("/api/v1/runner/jobs/a%2F..%2Fb/finish");
  });

  it("fills in what a host's file left out of an argument", () => {
    expect(ArgumentType.parse({ type: "integer", max: 10 })).toMatchObject({ min: 0, max: 10, required: true });
  });
});
