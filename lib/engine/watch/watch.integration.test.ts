import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { ChainedEvent } from "@/lib/domain/release/events";
import type { ReleaseState } from "@/lib/domain/release/state";
import { WATCH_ITSELF } from "@/lib/domain/release/watch-evidence";
import {
  type Desk,
  openTestStand,
  quietLog,
  reachFirstGate,
  startRehearsal,
  type TestStand,
} from "@/lib/server/test-stand";
import { createStub, type Instance, openInstance, type Stub, watchedPlan } from "./fixtures/watched-night";
import { guardOnce } from "./watch-guard";

let stand: TestStand;
let stub: Stub;
let desk: Desk;
let instances: Instance[];

beforeAll(async () => {
  stand = await openTestStand({ instances: 2 });
  return () => stand.close();
});
beforeEach(async () => {
  stub = createStub();
  instances = [];
  desk = await startRehearsal(stand, { plan: watchedPlan() });
});
afterEach(async () => {
  await Promise.all(instances.map(({ watch }) => watch.stop()));
  await desk.ask({ type: "rollback.start", reason: "the end of a test" });
  await desk.ask({ type: "release.cancel", reason: "the end of a test" });
});

function open(index = 0): Instance {
  const instance = openInstance(stand, index, stub);
  instances.push(instance);
  return instance;
}

/** Changes what is stored of this release's watch, as time and a new installation would. */
async function sql(text: string): Promise<void> {
  const [instance] = stand.instances;
  if (instance === undefined) throw new RangeError("The stand has an instance.");
  await instance.pools.client.$executeRawUnsafe(text, desk.releaseId);
}

const eventually = (fact: () => Promise<void> | void) => vi.waitFor(fact, { timeout: 20_000, interval: 50 });
const events = (): Promise<ChainedEvent[]> => stand.services.listEvents({ ...desk, after: 0, limit: 1_000 });
const typesNow = async () => (await events()).map(({ type }) => type);

async function state(): Promise<ReleaseState> {
  const snapshot = await stand.services.getReleaseSnapshot(desk);
  if (snapshot === null) throw new Error("The release is gone.");
  return snapshot.state;
}

const Remembered = z.object({
  checks: z.record(
    z.string(),
    z.object({ state: z.object({ run: z.object({ number: z.number(), measurements: z.number() }) }) }),
  ),
});

async function runOf(check: string): Promise<{ number: number; measurements: number }> {
  const { memory } = await (instances[0] ?? open()).store.recall(desk.releaseId);
  return Remembered.parse(memory).checks[check]?.state.run ?? { number: 0, measurements: 0 };
}

/** At least so many more rounds have been asked. */
async function roundsPass(count: number): Promise<void> {
  const before = stub.asked.length;
  await eventually(() => expect(stub.asked.length - before).toBeGreaterThanOrEqual(3 * count));
}

const passed = (check: "check:1.1" | "check:p0-1") =>
  eventually(async () => expect((await state()).checks[check]?.verdict).toBe("passed"));

const go = async () => {
  const expectedSeq = await desk.seq();
  return desk.ask({ type: "gate.decide", gate: "gate:1", round: 1, decision: "go", expectedSeq });
};

/** 5 % of the traffic is on the new version. */
async function shift(): Promise<void> {
  await reachFirstGate(desk);
  await passed("check:1.1");
  await eventually(async () => expect((await go()).outcome).toBe("accepted"));
  await desk.must({ type: "stage.start", stage: "stage:5", expectedSeq: await desk.seq() });
  await desk.must({ type: "traffic.confirm", share: 5 });
  await eventually(async () => expect((await state()).traffic.wanted).toBe(5));
  await roundsPass(1);
}

describe("two instances", () => {
  test("ask each question once a round between them, and make one event of a verdict however long it stands", async () => {
    await desk.must({ type: "release.start", override: "a test", expectedSeq: await desk.seq() });
    open(0);
    open(1);
    await roundsPass(6);
    const rounds = [...new Set(stub.asked.map(({ at }) => at))];
    for (const round of rounds.slice(0, -1)) {
      const asked = stub.asked.filter(({ at }) => at === round).map(({ query }) => query);
      expect(asked.toSorted()).toEqual(["p0", "p1", "required"]);
    }
    expect(new Set(stub.asked.map(({ by }) => by)).size).toBe(1);
    const verdicts = (await events()).filter(({ type }) => type === "check.verdict");
    expect(verdicts).toHaveLength(3);
  });

  test("take over from each other when a lease is over, and go on with what the dead one knew", async () => {
    await desk.must({ type: "release.start", override: "a test", expectedSeq: await desk.seq() });
    const first = open(0);
    await roundsPass(3);
    open(1);
    first.die();
    const known = (await runOf("check:1.1")).measurements;
    expect(known).toBeGreaterThan(0);
    await sql(`UPDATE watch SET "leasedUntil" = clock_timestamp() WHERE "releaseId" = $1`);
    await eventually(() => expect(stub.asked.at(-1)?.by).toBe("instance 1"));
    await eventually(async () => expect((await runOf("check:1.1")).measurements).toBeGreaterThan(known));
    expect((await runOf("check:1.1")).number).toBe(1);
    expect((await events()).filter(({ type }) => type === "check.verdict")).toHaveLength(3);
  });

  test("one that is stopped gives its releases back, and a restart restores every check", async () => {
    await desk.must({ type: "release.start", override: "a test", expectedSeq: await desk.seq() });
    stub.values = { p1: "7" };
    const first = open(0);
    await roundsPass(3);
    await first.watch.stop();
    const known = await runOf("check:p1-1");
    stub.values = {};
    open(0);
    await roundsPass(2);
    await eventually(async () => expect((await runOf("check:p1-1")).measurements).toBeGreaterThan(known.measurements));
    // What failed in this run stays failed: a restart makes nothing green.
    expect((await state()).checks["check:p1-1"]?.verdict).toBe("failed");
  });
});

describe("an immediate rollback condition that is met", () => {
  test("rolls back at once where that is armed: by the system, and with the evidence in the event", async () => {
    open();
    await shift();
    await desk.must({ type: "rollback.arm" });
    stub.values = { p0: "5.5" };
    await eventually(async () => expect(await typesNow()).toContain("rollback.started"));
    const log = await events();
    const started = log.find(({ type }) => type === "rollback.started");
    expect(started).toMatchObject({ actor: { kind: "system" }, payload: { trigger: "trigger:p0-1", fromShare: 5 } });
    const verdict = log.findLast(({ type }) => type === "check.verdict");
    expect(verdict).toMatchObject({ payload: { check: "check:p0-1", verdict: "failed" } });
    expect(JSON.stringify(started?.payload)).toContain("5.5");
    expect(await stand.services.verifyRelease(desk)).toMatchObject({ verdict: "sound" });
  });

  test("holds, proposes and calls where it is not armed, and rolls nothing back", async () => {
    open();
    await shift();
    stub.values = { p0: "5.5" };
    await eventually(async () => expect((await state()).status).toBe("held"));
    const { proposals, calls, rollback } = await state();
    expect(proposals).toHaveProperty(["trigger:p0-1"]);
    expect(calls).toHaveProperty(["call:trigger:p0-1"]);
    await roundsPass(3);
    expect(rollback.started).toBeNull();
    expect((await typesNow()).filter((type) => type === "trigger.proposed")).toHaveLength(1);
  });

  test("a planned one calls and proposes, and the release goes on", async () => {
    open();
    await shift();
    stub.values = { p1: "5.5" };
    await eventually(async () => expect((await state()).proposals).toHaveProperty(["trigger:p1-1"]));
    expect(await state()).toMatchObject({ status: "running", rollback: { started: null } });
  });
});

test("blind from the fifth error on: no GO, no rollback even where it is armed; with sight a fresh run begins", async () => {
  open();
  await reachFirstGate(desk);
  await passed("check:1.1");
  await desk.must({ type: "rollback.arm" });
  stub.isDown = true;
  await eventually(async () => expect((await state()).blind).toMatchObject({ source: "stub" }));
  expect(await go()).toMatchObject({ outcome: "refused" });
  await roundsPass(3);
  expect((await state()).rollback.started).toBeNull();
  expect((await typesNow()).filter((type) => type === "source.lost")).toHaveLength(1);
  stub.isDown = false;
  await eventually(async () => expect((await state()).blind).toBeNull());
  await passed("check:1.1");
  expect((await runOf("check:1.1")).number).toBe(2);
  await eventually(async () => expect((await go()).outcome).toBe("accepted"));
});

test("a required check that has not passed, and a round that is too old, refuse a GO", async () => {
  stub.values = { required: "3" };
  const { watch } = open();
  await reachFirstGate(desk);
  await eventually(async () => expect((await state()).checks["check:1.1"]?.verdict).toBe("failed"));
  expect(await go()).toMatchObject({ outcome: "refused" });
  await watch.stop();
  await sql(`UPDATE watch SET memory = NULL WHERE "releaseId" = $1`);
  stub.values = {};
  const again = open();
  await passed("check:1.1");
  await again.watch.stop();
  await sql(`UPDATE watch SET round = jsonb_set(round::jsonb, '{evidence,roundAt}',
    to_jsonb((round -> 'evidence' ->> 'roundAt')::float8 - 10000))::json WHERE "releaseId" = $1`);
  expect(await go()).toMatchObject({ outcome: "refused" });
  open();
  await eventually(async () => expect((await go()).outcome).toBe("accepted"));
});

test("a watch whose rounds have stopped is out of sight: no GO, and the next round ends it", async () => {
  const { watch, store } = open();
  await reachFirstGate(desk);
  await passed("check:1.1");
  const [instance] = stand.instances;
  if (instance === undefined) throw new RangeError("The stand has an instance.");
  const { submitCommand } = instance.services;
  const guard = { watches: store, submitCommand, ids: { next: randomUUID }, log: quietLog };
  expect([...(await guardOnce(guard, new Set()))]).not.toContain(desk.releaseId);
  expect((await state()).blind).toBeNull();
  await watch.stop();
  await sql(`UPDATE watch SET "roundAt" = "roundAt" - 16000, round = jsonb_set(round::jsonb, '{evidence,roundAt}',
    to_jsonb((round -> 'evidence' ->> 'roundAt')::float8 - 16000))::json WHERE "releaseId" = $1`);
  // The first look may be that of a machine that stood still as a whole.
  const late = await guardOnce(guard, new Set());
  expect((await state()).blind).toBeNull();
  expect([...late]).toContain(desk.releaseId);
  await Promise.all([guardOnce(guard, late), guardOnce(guard, late)]);
  expect((await state()).blind).toMatchObject({ source: WATCH_ITSELF });
  expect((await typesNow()).filter((type) => type === "source.lost")).toHaveLength(1);
  expect(await go()).toMatchObject({ outcome: "refused" });
  open();
  await eventually(async () => expect((await state()).blind).toBeNull());
  await eventually(async () => expect((await go()).outcome).toBe("accepted"));
});
