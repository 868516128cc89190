import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ROUND_CHANNEL, type Round } from "@/lib/contracts/round";
import { DEFAULT_RUN, type Measure } from "@/lib/domain/plan/measure";
import type { WatchStore } from "@/lib/ports/watch-store";
import { openLive } from "@/lib/server/test-companion";
import { openTestStand, samplePlan, startRehearsal, type TestStand } from "@/lib/server/test-stand";
import { postgresWatchStore } from "./postgres-watch-store";

let stand: TestStand;
let watches: WatchStore;
let releaseId: string;

beforeAll(async () => {
  stand = await openTestStand();
  const [instance] = stand.instances;
  if (instance === undefined) throw new Error("no instance");
  watches = postgresWatchStore(instance.pools);
});
afterAll(() => stand.close());
beforeEach(async () => {
  await Promise.all(["one", "two"].map((worker) => watches.letGo(worker)));
  releaseId = (await startRehearsal(stand)).releaseId;
});

const hold = (worker: string) => watches.hold({ worker, leaseMs: 60_000 });

function roundAt(at: number): Round {
  const evidence = { roundAt: at, verdicts: {}, observedShare: null, wantedShare: 0, band: null, intervalMs: 15_000 };
  return { releaseId, evidence, readings: [], sources: [] };
}

test("of two workers one holds a release, until it lets go", async () => {
  expect(await hold("one")).toContain(releaseId);
  expect(await hold("two")).not.toContain(releaseId);
  expect(await hold("one")).toContain(releaseId);
  await watches.letGo("one");
  expect(await hold("two")).toContain(releaseId);
});

test("a lease that ran out is taken by another, and the first one's round is not kept any more", async () => {
  expect(await watches.hold({ worker: "one", leaseMs: 0 })).toContain(releaseId);
  expect(await hold("two")).toContain(releaseId);
  expect(await watches.keep({ worker: "one", round: roundAt(1), memory: {}, samples: [] })).toBe(false);
  expect(await watches.findRound(releaseId)).toBeNull();
});

test("a round is kept with its samples and its memory, and announced", async () => {
  const listener = new Client({ connectionString: stand.database.appUrl });
  await listener.connect();
  const heard: string[] = [];
  listener.on("notification", ({ payload }) => heard.push(payload ?? ""));
  await listener.query(`LISTEN ${ROUND_CHANNEL}`);
  await hold("one");
  const samples = [
    { series: "check:1|new", at: 1_000, value: 0.5 },
    { series: "check:1|old", at: 1_000, value: null },
  ];
  const kept = { worker: "one", round: roundAt(1_000), memory: { "check:1": { errors: 3 } }, samples };
  expect(await watches.keep(kept)).toBe(true);
  await vi.waitFor(() => expect(heard).toEqual([releaseId]));
  await listener.end();
  expect(await watches.recall(releaseId)).toEqual({ round: kept.round, memory: kept.memory });
  expect(await watches.listSamples({ releaseId, from: 0, to: 2_000, limit: 10 })).toEqual(samples);
});

test("many samples are thinned evenly, and the newest is always among them", async () => {
  const samples = Array.from({ length: 1_000 }, (_, at) => ({ series: "s", at, value: at }));
  await watches.fillIn(releaseId, samples);
  const thinned = await watches.listSamples({ releaseId, from: 0, to: 1_000, limit: 100 });
  expect(thinned).toHaveLength(100);
  expect(thinned.at(-1)?.at).toBe(999);
});

test("samples of a release that goes on are not forgotten", async () => {
  await watches.fillIn(releaseId, [{ series: "s", at: 1, value: 1 }]);
  await watches.forgetSamples(0);
  expect(await watches.listSamples({ releaseId, from: 0, to: 2, limit: 10 })).toHaveLength(1);
});

test("a release is watched in every state that is not its end, and its samples are forgotten so many days after it", async () => {
  const [instance] = stand.instances;
  const { releaseId: own } = await startRehearsal(stand);
  const become = (status: string) =>
    instance?.pools.client.$executeRawUnsafe(`UPDATE release SET status = '${status}' WHERE id = $1`, own);
  const isHeld = async () => {
    await watches.letGo("all states");
    const held = await watches.hold({ worker: "all states", leaseMs: 60_000 });
    return held.includes(own);
  };
  for (const status of ["preparing", "running", "held", "observing", "rolling_back"]) {
    await become(status);
    expect([status, await isHeld()]).toEqual([status, true]);
  }
  await watches.fillIn(own, [{ series: "s", at: 1, value: 1 }]);
  const kept = async () => (await watches.listSamples({ releaseId: own, from: 0, to: 2, limit: 10 })).length;
  for (const status of ["closed", "cancelled", "rolled_back"]) {
    await become(status);
    expect([status, await isHeld()]).toEqual([status, false]);
  }
  await watches.forgetSamples(90);
  expect(await kept()).toBe(1);
  // As if a day had passed.
  await watches.forgetSamples(-1);
  expect(await kept()).toBe(0);
});

test("a live release that should be watched and never was has a round older than any, not none", async () => {
  const plan = samplePlan();
  const measure: Measure = { ...DEFAULT_RUN, kind: "limit", query: "up", unit: "", pass: null, fail: null };
  const measured = {
    ...plan,
    checks: plan.checks.map((check, index) => (index === 0 ? { ...check, measure } : check)),
  };
  const [instance] = stand.instances;
  if (instance === undefined) throw new Error("no instance");
  const watched = (await openLive(stand, await stand.addPerson("boss"), measured)).releaseId;
  const unmeasured = (await openLive(stand, await stand.addPerson("other boss"), plan)).releaseId;
  expect(await watches.findRound(watched)).toBeNull();
  const source = {
    ...{ id: "s", name: "main", kind: "prometheus" as const, url: "http://main.test", createdBy: "boss" },
  };
  await instance.pools.client.metricSource.create({ data: { ...source, privateRanges: true, place: 1 } });
  expect(await watches.findRound(watched)).toMatchObject({ evidence: { roundAt: 0, verdicts: {} } });
  expect(await watches.findRound(unmeasured)).toBeNull();
  expect(await watches.findRound(releaseId)).toBeNull();
  await hold("one");
  await watches.keep({ worker: "one", round: { ...roundAt(5), releaseId: watched }, memory: {}, samples: [] });
  expect(await watches.findRound(watched)).toMatchObject({ evidence: { roundAt: 5 } });
  await instance.pools.client.metricSource.deleteMany();
});
