import { describe, expect, it } from "vitest";
import { sha256Hasher } from "@/lib/adapters/hashing/sha256-hasher";
import type { JobFinish } from "@/lib/contracts/runner";
import type { TrafficRefusal } from "@/lib/contracts/traffic";
import type { Command } from "@/lib/domain/release/commands";
import { take } from "@/lib/domain/release/fixtures/bound-night";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import { shifting } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import type { RunnerRecord } from "@/lib/ports/runner-store";
import { sayPhrase } from "@/lib/server/say-phrase";
import { finishJob, keepOutput } from "./finish-job";
import { wireJob } from "./job-ref";
import type { RunnerPorts } from "./runner-ports";

const MAX = 64 * 1024 * 1024;

/** A move of the traffic that `blue-host` has begun, whose output has so many bytes already. */
function begun(kept = 0) {
  const play = shifting({ plan: boundPlan(smallPlan) });
  const job = take(play);
  const found = { releaseId: "r1", planVersionId: "v1", plan: play.plan, state: play.state() };
  const stored = { bytes: kept };
  const asked: Command[] = [];
  const ports: RunnerPorts & { say: typeof sayPhrase } = {
    runners: {
      ...{ add: async () => true, list: async () => [], revoke: async () => true, use: async () => null },
      ...{ greet: async () => {}, offer: async () => true, claim: async () => true, renew: async () => {} },
      ...{ letGo: async () => {}, listSilent: async () => [] },
    },
    outputs: {
      append: async (_, { from, data }) => {
        if (from <= stored.bytes) stored.bytes = Math.max(stored.bytes, from + data.length);
        return stored.bytes;
      },
      size: async () => stored.bytes,
      read: async () => new Uint8Array(),
    },
    releases: { listHeads: async () => [] },
    hasher: sha256Hasher,
    findRelease: async () => found,
    findApprovals: async () => ({ hash: "", approvals: [] }),
    submitCommand: async ({ command }) => {
      asked.push(command);
      return { outcome: "accepted", seq: 1, events: [] };
    },
    say: sayPhrase,
  };
  const hello = { id: "1", name: "blue-host", mode: play.state().clock.mode, environment: "lab", labels: [] };
  const runner: RunnerRecord = { ...hello, hello: null, createdAt: 0, lastSeenAt: null };
  const of = { runner, name: wireJob({ releaseId: "r1", job }) };
  const write = (from: number, length: number) =>
    keepOutput(ports, { ...of, ask: { instance: "one", from, data: Buffer.alloc(length, "x").toString("base64") } });
  const finish = (more: Partial<JobFinish>) =>
    finishJob(ports, {
      ...of,
      ask: {
        ...{ instance: "one", epoch: 0, outcome: "failed", refusal: null, exitCode: null, signal: null, bytes: 0 },
        ...{ producedBytes: 0, capped: false, startedAt: null, endedAt: 0, says: "", traffic: null, probe: null },
        ...more,
      },
    });
  return { write, finish, stored, asked };
}

describe("output beyond what the server keeps", () => {
  it("is kept up to there, and taken and dropped behind it, so that its runner comes to the end", async () => {
    const { write, stored } = begun(MAX - 10);
    expect(await write(MAX - 10, 100)).toEqual({ next: MAX + 90 });
    expect(stored.bytes).toBe(MAX);
    expect(await write(MAX + 90, 100)).toEqual({ next: MAX + 190 });
    expect(await write(0, 0)).toEqual({ next: MAX });
    expect(stored.bytes).toBe(MAX);
  });

  it("leaves an end that says how much was kept, and that it was cut", async () => {
    const { finish, asked } = begun(MAX);
    expect(await finish({ outcome: "succeeded", exitCode: 0, bytes: MAX + 200 })).toMatchObject({ recorded: true });
    expect(asked).toMatchObject([{ type: "job.finish", bytes: MAX, capped: true }]);
  });

  it("is not taken as there while something before it is missing", async () => {
    const { write, stored, finish } = begun(5);
    expect(await write(50, 10)).toEqual({ next: 5 });
    expect(await write(MAX + 50, 10)).toEqual({ next: 5 });
    expect(stored.bytes).toBe(5);
    expect(await finish({ bytes: 60 })).toEqual({ recorded: false, next: 5 });
  });
});

describe("the end that a runner tells", () => {
  const refused: TrafficRefusal = {
    ...{ kind: "refused", because: "superseded", detail: "", standing: "before", phases: [] },
    sentence: { zh: "已中止", en: "broken off" },
  };

  it("says of traffic that it is untouched where its driver does, and nowhere else", async () => {
    const { finish, asked } = begun();
    await finish({ traffic: { verb: "set", reply: refused } });
    await finish({ traffic: { verb: "set", reply: { ...refused, standing: "unknown" } } });
    await finish({});
    expect(asked.map((command) => "untouched" in command)).toEqual([true, false, false]);
  });

  it("carries why the host refused, for whoever reads it in another language than the plan's", async () => {
    const { finish, asked } = begun();
    await finish({ outcome: "refused", refusal: "scripts_off", says: "Not here." });
    expect(asked).toMatchObject([{ refusal: "scripts_off", says: "Not here." }]);
    expect(asked[0]).toHaveProperty("reason", expect.stringMatching(/(?:计划中的命令|out of plans).*Not here\./u));
  });
});
