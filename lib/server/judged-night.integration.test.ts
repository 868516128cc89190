import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { GateId, StageId } from "@/lib/domain/plan/ids";
import type { ReleaseState } from "@/lib/domain/release/state";
import { measuredSample } from "@/lib/rehearsal/fixtures/sample-night";
import { type Desk, openTestStand, quietLog, reachFirstGate, startRehearsal, type TestStand } from "./test-stand";
import { composeWatch } from "./watch-composition";

let stand: TestStand;
let desk: Desk;
let stopWatch: () => Promise<void>;

beforeAll(async () => {
  stand = await openTestStand();
  return () => stand.close();
});
beforeEach(async () => {
  desk = await startRehearsal(stand, { plan: measuredSample(), speed: 120 });
  await reachFirstGate(desk);
  const [instance] = stand.instances;
  if (instance === undefined) throw new RangeError("The stand has an instance.");
  const { pools: over, services: verbs } = instance;
  const watch = composeWatch({ over, verbs, secret: "s".repeat(32), allowLoopback: false, log: quietLog });
  stopWatch = () => watch.stop();
});
afterEach(async () => {
  await stopWatch();
  await desk.ask({ type: "rollback.start", reason: "the end of a test" });
});

/** What the watch tells. */
const SEEN = new Set([
  "check.verdict",
  "source.lost",
  "alert.fired",
  "traffic.left_band",
  "traffic.in_band",
  "trigger.proposed",
]);

const eventually = (fact: () => Promise<void>) => vi.waitFor(fact, { timeout: 90_000, interval: 100 });

async function state(): Promise<ReleaseState> {
  const snapshot = await stand.services.getReleaseSnapshot(desk);
  if (snapshot === null) throw new Error("The release is gone.");
  return snapshot.state;
}

/** Asked again until the conditions are met: the soak is over and the watch has seen enough. */
async function goThrough(gate: GateId): Promise<void> {
  await eventually(async () => {
    const expectedSeq = await desk.seq();
    const answer = await desk.ask({ type: "gate.decide", gate, round: 1, decision: "go", expectedSeq });
    expect(answer).toMatchObject({ outcome: "accepted" });
  });
}

async function vote(gate: GateId): Promise<void> {
  for (const role of desk.plan.gates.find(({ id }) => id === gate)?.voters ?? []) {
    // A verdict that comes between looking and voting makes the vote stale, as it should.
    await eventually(async () => {
      const expectedSeq = await desk.seq();
      const answer = await desk.ask({ type: "gate.vote", gate, round: 1, vote: "go", as: role, expectedSeq });
      expect(answer).toMatchObject({ outcome: "accepted" });
    });
  }
}

const begin = (stage: StageId) =>
  eventually(async () => {
    const answer = await desk.ask({ type: "stage.start", stage, expectedSeq: await desk.seq() });
    expect(answer).toMatchObject({ outcome: "accepted" });
  });

async function finish(stage: StageId): Promise<void> {
  for (const group of desk.plan.stages.find(({ id }) => id === stage)?.stepGroups ?? []) {
    const steps = desk.plan.stepGroups.find(({ number }) => number === group)?.steps ?? [];
    for (const { id } of steps) await desk.must({ type: "step.complete", step: id, stage });
  }
  await eventually(async () => {
    const answer = await desk.ask({ type: "stage.complete", stage, expectedSeq: await desk.seq() });
    expect(answer).toMatchObject({ outcome: "accepted" });
  });
}

async function shiftTo(stage: StageId, share: number): Promise<void> {
  await begin(stage);
  await desk.must({ type: "traffic.confirm", share });
}

describe("a rehearsal of the sample plan as it is loaded, over the real composition", { timeout: 240_000 }, () => {
  test("opens its gates on what the simulated shop shows, without an override", async () => {
    await goThrough("gate:1");
    await shiftTo("stage:5", 5);
    await finish("stage:5");
    await begin("stage:6");
    await vote("gate:2");
    await finish("stage:6");
    await goThrough("gate:2");
    const { checks, traffic, proposals, blind } = await state();
    expect([traffic.wanted, proposals, blind]).toEqual([5, {}, null]);
    expect(["check:1.1", "check:1.2", "check:1.3", "check:1.4"].map((id) => Reflect.get(checks, id)?.verdict)).toEqual(
      Array.from({ length: 4 }, () => "passed"),
    );
  });

  test("takes the traffic back by itself when the new version errs and the rollback is armed", async () => {
    await goThrough("gate:1");
    await shiftTo("stage:5", 5);
    await desk.must({ type: "rollback.arm" });
    await desk.must({ type: "fault.inject", fault: "canary_errors", percent: 2 });
    await eventually(async () => expect((await state()).rollback.started).not.toBeNull());
    const events = await stand.services.listEvents({ releaseId: desk.releaseId, after: 0, limit: 1_000 });
    const [injected, started] = ["fault.injected", "rollback.started"].map((type) =>
      events.find((event) => event.type === type),
    );
    expect(started).toMatchObject({ actor: { kind: "system" }, payload: { trigger: "trigger:p0-1", fromShare: 5 } });
    expect((started?.releaseAt ?? 0) - (injected?.releaseAt ?? 0)).toBeLessThan(20 * 60_000);
    const shown = await stand.services.getReleaseSnapshot(desk);
    expect(shown?.round?.sources).toMatchObject([{ simulated: true, seen: true }]);
    expect(shown?.round?.evidence.simulated).toBe(true);
    const seen = events.filter(({ type }) => SEEN.has(type));
    expect(seen).not.toEqual([]);
    expect(seen.filter(({ payload }) => !("simulated" in payload))).toEqual([]);
  });
});
