import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { JobFinish, type RunnerJob } from "@/lib/contracts/runner";
import type { TrafficOrder } from "@/lib/contracts/traffic";
import type { TrafficDriver } from "@/lib/ports/traffic-driver";
import { deskOfATest, jobOfATest } from "../fixtures/desk-of-a-test";
import { jobStory } from "../journal/job-story";
import { readJournal, spoolOf } from "../journal/journal";
import { acceptJob } from "./accept-job";
import { JobAttendant } from "./attend-job";

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "holdpoint-full-"));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const unseen = { kind: "not_observed" as const, sentence: { zh: "无", en: "none" } };

/** A proxy whose own disk has room, beside a runner whose disk has none. */
class RoomyProxy implements TrafficDriver {
  readonly kind = "webhook";
  share: number | null = null;
  async set({ share, fence }: TrafficOrder) {
    this.share = share;
    return { kind: "set" as const, share, fence, changed: true, sampled: [], phases: [], tookMs: 12 };
  }
  observe = async () => unseen;
  probe = async () => unseen;
  drill = async () => unseen;
}

const moving = (share: number, lane: RunnerJob["lane"]) =>
  jobOfATest({
    lane,
    purpose: "traffic",
    work: { kind: "traffic", action: "edge", releaseStartedAt: 1000, ask: { verb: "set", share } },
  });

function standOf() {
  const proxy = new RoomyProxy();
  const finishes: JobFinish[] = [];
  const server = { isAway: false, finishesUnheard: 0 };
  const answer = (path: string, body: unknown) => {
    if (path.endsWith("/renew")) return { standing: "go_on", epoch: 0, leaseMs: 1500 };
    if (path.endsWith("/output")) return { next: 1_000_000 };
    if (server.isAway) {
      server.finishesUnheard += 1;
      throw new Error("the line is cut");
    }
    finishes.push(JobFinish.parse(body));
    return { recorded: true, next: 1_000_000 };
  };
  const drivers = new Map([["edge", proxy]]);
  const kept: unknown[] = [];
  const actions = { touch: { command: ["true"] } };
  const stand = deskOfATest({ folder: data, server: answer, drivers, actions });
  const desk = { ...stand.desk, startKeeper: (order: unknown) => void kept.push(order) };
  const attend = (job: RunnerJob, folder: string) => new JobAttendant(desk, job, folder, () => {}).attend();
  return { proxy, finishes, server, kept, end: stand.end, attend };
}

describe("on a full disk", () => {
  it("an order that was carried out is told with what the driver said, although its output cannot be written", async () => {
    const { proxy, finishes, attend } = standOf();
    const job = moving(25, "ordinary");
    expect(acceptJob(data, job)).toEqual({ kind: "new" });
    const folder = join(data, "jobs", job.id);
    symlinkSync("/dev/full", spoolOf(folder));
    await attend(job, folder);
    expect(proxy.share).toBe(25);
    const traffic = { verb: "set", reply: { kind: "set", share: 25 } };
    expect(finishes).toEqual([expect.objectContaining({ outcome: "succeeded" })]);
    expect(finishes[0]).toMatchObject({ traffic });
  });

  it("traffic goes back without a record, and is written down when there is room, before it can be told", async () => {
    const { proxy, finishes, server, attend } = standOf();
    const job = moving(0, "rollback");
    // Nothing can be written below what leads nowhere.
    symlinkSync(join(data, "away", "jobs"), join(data, "jobs"));
    expect(acceptJob(data, job)).toMatchObject({ kind: "unwritten" });
    const folder = join(data, "jobs", job.id);
    const story = () => jobStory(readJournal(folder));
    server.isAway = true;
    const attended = attend(job, folder);
    await expect.poll(() => server.finishesUnheard, { timeout: 20_000 }).toBeGreaterThan(0);
    expect({ share: proxy.share, end: story().end }).toEqual({ share: 0, end: null });
    rmSync(join(data, "jobs"));
    await expect.poll(() => story().end?.outcome, { timeout: 20_000 }).toBe("succeeded");
    expect(story().told).toBe(false);
    server.isAway = false;
    await attended;
    expect(finishes).toHaveLength(1);
    expect(finishes[0]).toMatchObject({ outcome: "succeeded", traffic: { reply: { kind: "set", share: 0 } } });
    expect(story().told).toBe(true);
  });

  it("traffic that went back is told while nothing can be written yet", async () => {
    const { finishes, end, attend } = standOf();
    symlinkSync(join(data, "away", "jobs"), join(data, "jobs"));
    const attended = attend(moving(0, "rollback"), join(data, "jobs", "job-1"));
    await expect.poll(() => finishes, { timeout: 20_000 }).toHaveLength(1);
    end();
    await attended;
  });

  it("traffic goes back and is told although its journal cannot be read", async () => {
    const { proxy, finishes, end, attend } = standOf();
    const job = moving(0, "rollback");
    mkdirSync(join(data, "jobs", job.id, "journal"), { recursive: true });
    expect(acceptJob(data, job)).toMatchObject({ kind: "unwritten" });
    const attended = attend(job, join(data, "jobs", job.id));
    await expect.poll(() => finishes, { timeout: 20_000 }).toHaveLength(1);
    expect({ share: proxy.share, outcome: finishes[0]?.outcome }).toEqual({ share: 0, outcome: "succeeded" });
    end();
    await attended;
  });

  /** A disk that took the job's acceptance and takes nothing more. */
  function accepted(job: RunnerJob): string {
    expect(acceptJob(data, job)).toEqual({ kind: "new" });
    const folder = join(data, "jobs", job.id);
    rmSync(join(folder, "journal"));
    symlinkSync(join(data, "away", "journal"), join(folder, "journal"));
    return folder;
  }

  it("what goes forward does not begin before its record, and does not wait for hours either: it is refused", async () => {
    const { proxy, finishes, kept, end, attend } = standOf();
    const work = { kind: "action" as const, action: "touch", arguments: {} };
    const jobs = [moving(25, "ordinary"), jobOfATest({ id: "job-2", work })];
    const attended = jobs.map((job) => attend(job, accepted(job)));
    await expect.poll(() => finishes, { timeout: 20_000 }).toHaveLength(2);
    const refused = expect.objectContaining({ outcome: "refused", refusal: "cannot_start", startedAt: null });
    expect(finishes).toEqual([refused, refused]);
    expect({ share: proxy.share, kept: kept.length }).toEqual({ share: null, kept: 0 });
    end();
    await Promise.all(attended);
  });

  it("a job that could not be written down is a new one when it is offered again", () => {
    const job = moving(25, "ordinary");
    mkdirSync(join(data, "jobs", job.id), { recursive: true });
    symlinkSync(join(data, "away", "journal"), join(data, "jobs", job.id, "journal"));
    expect(acceptJob(data, job)).toMatchObject({ kind: "unwritten" });
    expect(acceptJob(data, job)).toEqual({ kind: "new" });
    expect(acceptJob(data, job)).toEqual({ kind: "known" });
  });
});
