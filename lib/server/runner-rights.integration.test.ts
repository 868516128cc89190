import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { postgresTrafficCountStore } from "@/lib/adapters/postgres/postgres-traffic-count-store";
import type { JobFinish } from "@/lib/contracts/runner";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import type { JobState } from "@/lib/domain/release/job";
import type { ReleaseMode } from "@/lib/domain/release/state";
import type { RunnerRecord } from "@/lib/ports/runner-store";
import { composeRunners, type Runners } from "./runner-composition";
import { type Desk, openTestStand, startRehearsal, type TestStand } from "./test-stand";

const bound = boundPlan(smallPlan);
const plan = { ...bound, bindings: bound.bindings.map((one) => ({ ...one, labels: ["db"] })) };
const boss = { kind: "person" as const, person: "boss", name: "boss", permissions: ["administrator" as const] };
const instance = crypto.randomUUID();

let stand: TestStand;
let runners: Runners;
let desk: Desk;
let names = 0;
let name: string;

beforeAll(async () => {
  stand = await openTestStand();
  const [first] = stand.instances;
  if (first === undefined) throw new RangeError("The stand has an instance.");
  runners = composeRunners(first.pools, first.services);
  await stand.addPerson("boss", "administrator");
  return () => stand.close();
});

/** A rehearsal with one job, which waits for a runner with the label `db`. */
beforeEach(async () => {
  desk = await startRehearsal(stand, { plan });
  name = `${desk.releaseId}_1`;
  await desk.must({ type: "item.sign", item: "item:1.1", as: "role:dba" });
  await desk.must({ type: "release.start", expectedSeq: await desk.seq(), override: "a test" });
  await desk.must({ type: "stage.start", stage: "stage:1", expectedSeq: await desk.seq() });
  await desk.must({ type: "stage.complete", stage: "stage:1", expectedSeq: await desk.seq() });
  await desk.must({ type: "stage.start", stage: "stage:2", expectedSeq: await desk.seq() });
  await desk.must({ type: "step.run", step: "step:1.1" });
});

async function addRunner(mode: ReleaseMode = "rehearsal", labels = ["db"]): Promise<RunnerRecord> {
  names += 1;
  const made = await runners.addRunner({
    actor: boss,
    wish: { name: `rights-${names}`, mode, environment: "lab", labels },
  });
  const found = made.ok ? await runners.findRunner(made.value.token) : null;
  if (found === null) throw new Error("The token that was just made is unknown.");
  return found;
}

async function job(): Promise<JobState | undefined> {
  const snapshot = await stand.services.getReleaseSnapshot(desk);
  return snapshot?.state.jobs["job:1"];
}

const start = (runner: RunnerRecord, own = instance) =>
  runners.renewJob({ runner, name, ask: { instance: own, epoch: 0, before: "start" } });

const finish = (runner: RunnerRecord, outcome: JobFinish["outcome"]) =>
  runners.finishJob({
    runner,
    name,
    ask: {
      ...{ instance: crypto.randomUUID(), epoch: 0, outcome, refusal: null, exitCode: null, signal: null, bytes: 0 },
      ...{ producedBytes: 0, capped: false, startedAt: null, endedAt: 0, says: "", traffic: null, probe: null },
    },
  });

const write = (runner: RunnerRecord) =>
  runners.keepOutput({ runner, name, ask: { instance, from: 0, data: Buffer.from("x").toString("base64") } });

describe("a job whose name a runner knows", () => {
  it("is not begun, written to or ended with a token of the other kind of release or without its labels", async () => {
    for (const stranger of [await addRunner("live"), await addRunner("rehearsal", ["web"])]) {
      expect((await start(stranger)).standing).toBe("fenced");
      expect(await write(stranger)).toBeNull();
      expect(await finish(stranger, "succeeded")).toBeNull();
      expect(await finish(stranger, "refused")).toBeNull();
    }
    expect(await job()).toMatchObject({ status: "requested", taken: null });
  });

  it("is not begun or refused while another runner holds it", async () => {
    const [holder, other] = [await addRunner(), await addRunner()];
    const [first] = stand.instances;
    const lease = { releaseId: desk.releaseId, job: "job:1", runnerId: holder.id, instance, takeKey: "k" };
    await first?.pools.client.jobLease.create({ data: { ...lease, until: new Date(Date.now() + 600_000) } });
    expect((await start(other)).standing).toBe("fenced");
    expect(await finish(other, "refused")).toBeNull();
    expect((await start(holder)).standing).toBe("go_on");
  });

  it("has not succeeded before it began; a refusal of whoever may begin it is taken, and again when it is repeated", async () => {
    const runner = await addRunner();
    expect(await finish(runner, "succeeded")).toBeNull();
    expect(await job()).toMatchObject({ status: "requested" });
    expect(await finish(runner, "refused")).toEqual({ recorded: true, next: 0 });
    expect(await finish(runner, "refused")).toEqual({ recorded: true, next: 0 });
    expect((await job())?.ended?.outcome).toBe("refused");
  });

  it("is begun by one life of its runner, and ended by any", async () => {
    const runner = await addRunner();
    expect((await start(runner)).standing).toBe("go_on");
    expect((await start(runner)).standing).toBe("go_on");
    expect((await start(runner, crypto.randomUUID())).standing).toBe("fenced");
    expect(await finish(runner, "succeeded")).toEqual({ recorded: true, next: 0 });
    expect((await job())?.ended?.outcome).toBe("succeeded");
  });
});

describe("what proxies have counted", () => {
  const keep = (
    runner: RunnerRecord,
    share: number,
    green = 12,
    more: { unread?: { zh: string; en: string } } = {},
  ) => {
    const fence = { release: desk.releaseId, startedAt: 1, epoch: 0 };
    const counts = { green, blue: 20 * green, nobody: 0, other: 0, versions: [], ...more };
    const seen = { kind: "observed" as const, share, fence, since: 1, ...counts };
    return runners.keepCounts({ runner, ask: { instance, counts: [{ action: "nginx", at: 1, seen }] } });
  };
  const newest = async () => {
    const [first] = stand.instances;
    return first === undefined ? null : postgresTrafficCountStore(first.pools).newest(desk.releaseId);
  };

  it("is not kept from a runner without the labels that the plan asks for", async () => {
    expect(await keep(await addRunner("rehearsal", ["web"]), 5)).toEqual({ everyMs: 15_000 });
    expect(await newest()).toBeNull();
    expect(await keep(await addRunner(), 5)).toEqual({ everyMs: 5_000 });
    expect(await newest()).toMatchObject({ share: 5 });
  });

  it("is disputed while another proxy has another share in place", async () => {
    const [one, other] = [await addRunner(), await addRunner()];
    await keep(one, 5);
    await keep(other, 25);
    expect(await newest()).toMatchObject({ share: 25, isDisputed: true });
    await keep(one, 25);
    expect(await newest()).not.toHaveProperty("isDisputed");
  });

  it("has the same one's word first however often they tell it, and without one that serves nobody", async () => {
    const [one, other, standby] = [await addRunner(), await addRunner(), await addRunner()];
    await keep(standby, 5, 0);
    await keep(one, 5, 10);
    await keep(other, 5, 30);
    const [first, again] = [await newest(), (await keep(one, 5, 10)) && (await newest())];
    expect([first?.green, first?.others?.map(({ green }) => green)].flat().toSorted()).toEqual([10, 30]);
    expect(again?.green).toBe(first?.green);
    await keep(standby, 5, 0, { unread: { zh: "日志读不了", en: "its log cannot be read" } });
    const greens = [await newest()].flatMap((word) => [word?.green, ...(word?.others ?? []).map((one) => one.green)]);
    expect(greens.toSorted()).toEqual([0, 10, 30]);
  });
});
