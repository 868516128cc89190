import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { postgresTimerStore } from "@/lib/adapters/postgres/postgres-timer-store";
import { type Desk, openTestStand, quietLog, startRehearsal, type TestStand } from "@/lib/server/test-stand";
import { type Engine, startEngine } from "./start-engine";

let stand: TestStand;
let engines: Engine[] = [];

beforeAll(async () => {
  stand = await openTestStand({ instances: 2 });
});
afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.stop()));
  await stand.close();
});

function startEngines(): void {
  engines = stand.instances.map(({ services, pools }) =>
    startEngine({
      timers: postgresTimerStore(pools),
      submitCommand: services.submitCommand,
      ids: { next: randomUUID },
      log: quietLog,
    }),
  );
}

/** A running release whose planned rollback is due `inMs` real milliseconds from now. */
async function scheduleRollback(inMs: number): Promise<Desk & { dueAt: number }> {
  const desk = await startRehearsal(stand, { speed: 1 });
  await desk.must({ type: "release.start", override: "a test", expectedSeq: await desk.seq() });
  const snapshot = await stand.services.getReleaseSnapshot(desk);
  const clock = snapshot?.state.clock;
  if (snapshot === null || clock === undefined || clock.startedAt === null) throw new Error("not started");
  const dueAt = snapshot.serverNow + inMs;
  await desk.must({ type: "rollback.schedule", at: clock.startsAt + (dueAt - clock.startedAt), reason: "a test" });
  return { ...desk, dueAt };
}

const eventsOf = ({ releaseId }: Desk) => stand.services.listEvents({ releaseId, after: 0, limit: 1_000 });

test("with two engines a timer fires once, not early by the database's clock and at most two seconds late", async () => {
  startEngines();
  const desks = await Promise.all([3_000, 3_300, 3_600].map(scheduleRollback));
  await vi.waitFor(
    async () => {
      for (const desk of desks) {
        expect((await eventsOf(desk)).some(({ type }) => type === "rollback.started")).toBe(true);
      }
    },
    { timeout: 15_000, interval: 100 },
  );
  for (const desk of desks) {
    const started = (await eventsOf(desk)).filter(({ type }) => type === "rollback.started");
    expect(started).toHaveLength(1);
    expect(started[0]?.actor).toMatchObject({ kind: "system" });
    expect((started[0]?.at ?? 0) - desk.dueAt).toBeGreaterThanOrEqual(0);
    expect((started[0]?.at ?? 0) - desk.dueAt).toBeLessThan(2_000);
    expect(await stand.services.verifyRelease(desk)).toMatchObject({ verdict: "sound" });
  }
});

test("a script puts its faults in and takes them away by the engine, each once, on the release's clock", async () => {
  const desk = await startRehearsal(stand, { speed: 60 });
  await desk.must({ type: "release.start", override: "a test", expectedSeq: await desk.seq() });
  const text = "now + 1 min: canary_errors 0.5%; clear after 2 min";
  await desk.must({ type: "fault.script", name: "a test", text });
  const faults = async () => (await eventsOf(desk)).filter(({ type }) => type.startsWith("fault."));
  await vi.waitFor(async () => expect(await faults()).toHaveLength(3), { timeout: 15_000, interval: 100 });
  const actor = { kind: "system", name: "script: a test" };
  const [given, injected, cleared] = await faults();
  expect(injected).toMatchObject({ type: "fault.injected", actor, payload: { fault: "canary_errors", percent: 0.5 } });
  expect(cleared).toMatchObject({ type: "fault.cleared", actor });
  expect((injected?.releaseAt ?? 0) - (given?.releaseAt ?? 0)).toBeGreaterThanOrEqual(60_000);
  expect((cleared?.releaseAt ?? 0) - (injected?.releaseAt ?? 0)).toBeGreaterThanOrEqual(120_000);
  expect(await stand.services.verifyRelease(desk)).toMatchObject({ verdict: "sound" });
});

test("a timer that was made under an older epoch is gone with it", async () => {
  const desk = await scheduleRollback(60_000);
  const { client } = stand.instances[0]?.pools ?? { client: null };
  expect(await client?.timer.count({ where: { releaseId: desk.releaseId } })).toBe(1);
  await desk.must({ type: "rollback.start", reason: "by hand, earlier" });
  expect(await client?.timer.count({ where: { releaseId: desk.releaseId } })).toBe(0);
});

test("a timer whose holder died is taken over when its lease is over, and not before", async () => {
  const [instance] = stand.instances;
  if (instance === undefined) throw new Error("no instance");
  await Promise.all(engines.map((engine) => engine.stop()));
  engines = [];
  const { releaseId } = await scheduleRollback(3_000);
  const timers = postgresTimerStore(instance.pools);
  const take = () => timers.takeDue({ worker: "one", limit: 10, leaseMs: 15_000 });
  const taken = await vi.waitFor(
    async () => {
      const due = await take();
      expect(due.map((timer) => timer.releaseId)).toEqual([releaseId]);
      return due;
    },
    { timeout: 15_000, interval: 100 },
  );
  expect(await take()).toEqual([]);
  await instance.pools.client
    .$executeRaw`UPDATE timer SET "leasedUntil" = clock_timestamp() - interval '1 second' WHERE "releaseId" = ${releaseId}`;
  expect(await take()).toEqual(taken);
});
