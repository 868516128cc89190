import { expect, test } from "vitest";
import { sha256Hasher } from "@/lib/adapters/hashing/sha256-hasher";
import { end, take } from "@/lib/domain/release/fixtures/bound-night";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import type { Play } from "@/lib/domain/release/fixtures/release-play";
import { rm, shifting, started } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import type { RunnerRecord } from "@/lib/ports/runner-store";
import { takeJobs } from "./take-jobs";

const plan = boundPlan(smallPlan);
const KEY = "5f0c6a52-6f0e-4c38-9d0a-0a2a3f1f8a10";

/** Releases that one runner asks about, and which of them are read for it. */
function asking(plays: Record<string, Play>) {
  const read: string[] = [];
  const idle = new Map<string, number>();
  const ports = {
    idle,
    releases: {
      listHeads: async () =>
        Object.entries(plays).map(([releaseId, play]) => {
          const { seq, status } = play.state();
          return { releaseId, seq, status };
        }),
    },
    findRelease: async (releaseId: string) => {
      read.push(releaseId);
      const play = plays[releaseId];
      return play === undefined ? null : { releaseId, planVersionId: "v1", plan, state: play.state() };
    },
    findApprovals: async () => ({ hash: "", approvals: [] }),
    hasher: sha256Hasher,
    runners: { offer: async () => true },
  };
  const action = { name: "nginx", description: "", kind: "traffic" as const, arguments: {}, limitMs: 60_000 };
  const hello = {
    ...{ protocol: 1, name: "blue-host", version: "1", instance: "one", host: "blue", environment: "lab" },
    ...{ labels: [], planScripts: false, slots: { ordinary: 1, rollback: 1 } },
    actions: [{ ...action, followed: false, hasProbe: false }],
  };
  const mode = Object.values(plays)[0]?.state().clock.mode ?? "live";
  const runner: RunnerRecord = {
    ...{ id: "1", name: "blue-host", mode, environment: "lab", labels: [], createdAt: 0, lastSeenAt: null },
    hello,
  };
  const ask = { instance: "one", key: KEY, free: { ordinary: 1, rollback: 1 }, waitMs: 0, holding: [] };
  return {
    idle,
    /** The releases that were read for it, and those of the jobs that it was given. */
    take: async () => {
      read.length = 0;
      const { jobs } = await takeJobs(ports, { runner, ask });
      return { read: [...read], given: jobs.map(({ releaseId }) => releaseId) };
    },
  };
}

test("a release without work is read once and not again before it changes; one with work is read every time", async () => {
  const [quiet, busy] = [started({ plan }), shifting({ plan })];
  const { take: ask } = asking({ quiet, busy });
  expect(await ask()).toEqual({ read: ["quiet", "busy"], given: ["busy"] });
  expect(await ask()).toEqual({ read: ["busy"], given: ["busy"] });
  quiet.must(rm, { type: "note.add", text: "still here" });
  expect(await ask()).toEqual({ read: ["quiet", "busy"], given: ["busy"] });
});

test("work that comes to a release which had none is given at once: its rollback is", async () => {
  const play = shifting({ plan });
  const { take: ask } = asking({ play });
  end(play, take(play), "succeeded");
  expect((await ask()).given).toEqual([]);
  expect((await ask()).read).toEqual([]);
  play.must(rm, { type: "rollback.start" });
  expect((await ask()).given).toEqual(["play"]);
});

test("a release that is over is forgotten", async () => {
  const play = started({ plan });
  const { take: ask, idle } = asking({ play });
  await ask();
  expect(idle.size).toBe(1);
  play.must(rm, { type: "release.cancel", reason: "not tonight" });
  expect((await ask()).read).toEqual([]);
  expect(idle.size).toBe(0);
});
