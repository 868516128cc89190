import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { JobFinish, JobOutput } from "@/lib/contracts/runner";
import { deskOfATest, jobOfATest } from "../fixtures/desk-of-a-test";
import { appendRecord, spoolOf } from "../journal/journal";
import { JobAttendant } from "./attend-job";
import { JobDelivery } from "./deliver-job";
import { makeEnd } from "./make-end";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "holdpoint-delivery-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const job = jobOfATest({ work: { kind: "action", action: "loud", arguments: {} } });

/** A server that keeps no more than so many bytes, as the real one does. */
function serverOf(room: number) {
  const kept = { output: Buffer.alloc(0), finish: null as JobFinish | null };
  const answer = (path: string, body: unknown) => {
    const next = () => kept.output.length;
    if (path.endsWith("/output")) {
      const { from, data } = JobOutput.parse(body);
      const bytes = Buffer.from(data, "base64");
      if (from === next() && from + bytes.length <= room) kept.output = Buffer.concat([kept.output, bytes]);
      return { next: next() };
    }
    const finish = JobFinish.parse(body);
    if (next() < Math.min(finish.bytes, room)) return { recorded: false, next: next() };
    kept.finish = finish;
    return { recorded: true, next: next() };
  };
  return { kept, answer };
}

describe("the delivery of a job", () => {
  it("tells the end where the server has no room for the rest of the output, and keeps that output here", async () => {
    const chunk = 131_072;
    writeFileSync(spoolOf(folder), "x".repeat(3 * chunk));
    appendRecord(folder, { kind: "accepted", job });
    appendRecord(folder, { kind: "end", end: makeEnd(folder, "succeeded", "It ended with 0.") });
    const { kept, answer } = serverOf(2 * chunk);
    const { desk } = deskOfATest({ folder, server: answer });
    await new JobAttendant(desk, job, folder, () => {}).attend();
    expect(kept.finish).toMatchObject({ outcome: "succeeded", bytes: 3 * chunk });
    expect(kept.output.length).toBe(2 * chunk);
    expect(existsSync(spoolOf(folder))).toBe(true);
  });

  it("goes on when the output could not be read for a moment", async () => {
    const text = "y".repeat(5000);
    const end = { ...makeEnd(folder, "succeeded", "It ended with 0."), bytes: text.length };
    symlinkSync("output", spoolOf(folder));
    const { kept, answer } = serverOf(1_000_000);
    const { desk, said } = deskOfATest({ folder, server: answer });
    const delivered = new JobDelivery(desk, job, folder, () => end).deliver();
    await expect.poll(() => said.join(), { timeout: 20_000 }).toContain("could not be read");
    rmSync(spoolOf(folder));
    writeFileSync(spoolOf(folder), text);
    expect(await delivered).toBe("delivered");
    expect(kept.output.toString("utf8")).toBe(text);
    expect(kept.finish?.outcome).toBe("succeeded");
  });
});
