import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { postgresTrafficCountStore } from "@/lib/adapters/postgres/postgres-traffic-count-store";
import type { JobsTake, RunnerHello } from "@/lib/contracts/runner";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import type { ReleaseMode, ReleaseState } from "@/lib/domain/release/state";
import type { RunnerRecord } from "@/lib/ports/runner-store";
import { composeRunners, type Runners } from "./runner-composition";
import { type Desk, openTestStand, startRehearsal, type TestStand } from "./test-stand";

const refused = { kind: "output" as const, pattern: "connection refused" };
const plan = {
  ...smallPlan,
  playbooks: smallPlan.playbooks.map((playbook) => ({ ...playbook, matchers: [refused] })),
};

let stand: TestStand;
let runners: Runners;
let desk: Desk;
let names = 0;

beforeAll(async () => {
  stand = await openTestStand();
  const [instance] = stand.instances;
  if (instance === undefined) throw new RangeError("The stand has an instance.");
  runners = composeRunners(instance.pools, instance.services);
  await stand.addPerson("boss", "administrator");
  return () => stand.close();
});

/** A rehearsal in which everything is left to runners, about to be backed up. */
beforeEach(async () => {
  desk = await startRehearsal(stand, { plan: boundPlan(plan) });
  await desk.must({ type: "item.sign", item: "item:1.1", as: "role:dba" });
  await desk.must({ type: "release.start", expectedSeq: await desk.seq(), override: "a test" });
  await desk.must({ type: "stage.start", stage: "stage:1", expectedSeq: await desk.seq() });
  await desk.must({ type: "stage.complete", stage: "stage:1", expectedSeq: await desk.seq() });
});

/** What waits in one test's release would take the slots of the next one's. */
afterEach(async () => {
  await desk.ask({ type: "release.cancel", reason: "the end of a test" });
  await desk.ask({ type: "rollback.complete", failures: "the end of a test" });
});

/** Lets every lease run out. */
async function silence(): Promise<void> {
  await stand.instances[0]?.pools.client.jobLease.updateMany({ data: { until: new Date(0) } });
}

const boss = { kind: "person" as const, person: "boss", name: "boss", permissions: ["administrator" as const] };

const action = (name: string, kind: "command" | "traffic") => ({
  ...{ name, kind, description: "", arguments: {}, limitMs: 60_000, followed: false, hasProbe: false },
});

function hello(name: string): RunnerHello {
  return {
    protocol: 1,
    name,
    version: "1",
    instance: crypto.randomUUID(),
    host: "blue",
    environment: "lab",
    labels: [],
    actions: [action("do-step", "command"), action("do-back", "command"), action("nginx", "traffic")],
    planScripts: false,
    slots: { ordinary: 2, rollback: 1 },
  };
}

async function addRunner(mode: ReleaseMode = "rehearsal", labels: string[] = []): Promise<RunnerRecord> {
  names += 1;
  const name = `host-${names}`;
  const made = await runners.addRunner({ actor: boss, wish: { name, mode, environment: "lab", labels } });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  await runners.greetRunner(made.value.runnerId, hello(name));
  const found = await runners.findRunner(made.value.token);
  if (found === null) throw new Error("The token that was just made is unknown.");
  return found;
}

const instance = crypto.randomUUID();

function asking(more: Partial<JobsTake> = {}): JobsTake {
  return { instance, key: crypto.randomUUID(), free: { ordinary: 2, rollback: 1 }, waitMs: 0, holding: [], ...more };
}

/** What this release offers: others of the same database are not meant. */
async function offered(runner: RunnerRecord, ask = asking()) {
  const { jobs } = await runners.takeJobs({ runner, ask });
  return jobs.filter(({ releaseId }) => releaseId === desk.releaseId);
}

async function state(): Promise<ReleaseState> {
  const snapshot = await stand.services.getReleaseSnapshot(desk);
  if (snapshot === null) throw new Error("The release is gone.");
  return snapshot.state;
}

async function askForStep(): Promise<void> {
  await desk.must({ type: "stage.start", stage: "stage:2", expectedSeq: await desk.seq() });
  await desk.must({ type: "step.run", step: "step:1.1" });
}

async function begun(runner: RunnerRecord): Promise<{ name: string; epoch: number }> {
  const [job] = await offered(runner);
  if (job === undefined) throw new Error("Nothing was offered.");
  const { standing } = await runners.renewJob({
    runner,
    name: job.id,
    ask: { instance, epoch: job.epoch, before: "start" },
  });
  expect(standing).toBe("go_on");
  return { name: job.id, epoch: job.epoch };
}

const end = (epoch: number, bytes = 0) => ({
  ...{ instance, epoch, outcome: "succeeded" as const, refusal: null, exitCode: 0, signal: null, bytes },
  ...{ producedBytes: bytes, capped: false, startedAt: null, endedAt: 0, says: "412 MB", traffic: null, probe: null },
});

const piece = (from: number, text: string) => ({ instance, from, data: Buffer.from(text).toString("base64") });

describe("a job", () => {
  beforeEach(askForStep);

  it("is offered to one runner, begun once, and its end ends the step", async () => {
    const [one, other] = [await addRunner(), await addRunner()];
    const { name, epoch } = await begun(one);
    expect(await offered(other)).toEqual([]);
    const theirs = await runners.renewJob({ runner: other, name, ask: { instance, epoch, before: "start" } });
    expect(theirs.standing).toBe("fenced");
    expect(await runners.finishJob({ runner: one, name, ask: end(epoch) })).toEqual({ recorded: true, next: 0 });
    expect((await state()).stages["stage:2"]?.steps["step:1.1"]?.status).toBe("done");
    const again = await runners.renewJob({ runner: one, name, ask: { instance, epoch, before: "running" } });
    expect(again.standing).toBe("settled");
    expect((await stand.services.verifyRelease(desk)).verdict).toBe("sound");
  });

  it("is offered again under the same key, as its answer may have been lost, and not under another", async () => {
    const runner = await addRunner();
    const ask = asking();
    expect(await offered(runner, ask)).toHaveLength(1);
    expect(await offered(runner, ask)).toHaveLength(1);
    expect(await offered(runner)).toEqual([]);
  });

  it("keeps its output whole: pieces twice, overlapping or ahead of what is there change nothing", async () => {
    const runner = await addRunner();
    const { name, epoch } = await begun(runner);
    const write = (from: number, text: string) => runners.keepOutput({ runner, name, ask: piece(from, text) });
    expect(await write(0, "dump ")).toEqual({ next: 5 });
    expect(await write(0, "dump ")).toEqual({ next: 5 });
    expect(await write(9, "late")).toEqual({ next: 5 });
    expect(await write(3, "p 库 done")).toEqual({ next: 13 });
    expect(await runners.finishJob({ runner, name, ask: end(epoch, 20) })).toEqual({ recorded: false, next: 13 });
    expect(await runners.finishJob({ runner, name, ask: end(epoch, 13) })).toEqual({ recorded: true, next: 13 });
    const ref = { releaseId: desk.releaseId, job: "job:1" as const };
    expect(Buffer.from(await runners.readOutput(ref, { from: 0, limit: 100 })).toString()).toBe("dump 库 done");
    expect(Buffer.from(await runners.readOutput(ref, { from: 5, limit: 3 })).toString()).toBe("库");
  });

  it("raises the playbook whose words stand in its output, once, wherever the pieces are cut", async () => {
    const runner = await addRunner();
    const { name, epoch } = await begun(runner);
    const write = (from: number, text: string) => runners.keepOutput({ runner, name, ask: piece(from, text) });
    await write(0, "dial tcp 10.0.0.7: Connec");
    expect((await state()).matches).toEqual({});
    await write(25, "tion refused\n");
    expect((await state()).matches["playbook:1"]).toMatchObject({
      cause: { kind: "output", job: "job:1", pattern: "connection refused" },
      ended: null,
    });
    await desk.must({
      type: "playbook.dismiss",
      playbook: "playbook:1",
      reason: "the old primary, it is down on purpose",
    });
    await write(25, "tion refused\n");
    await write(38, "Connection refused\n");
    expect((await state()).matches["playbook:1"]?.ended).not.toBeNull();
    await runners.finishJob({ runner, name, ask: end(epoch) });
    expect((await stand.services.verifyRelease(desk)).verdict).toBe("sound");
  });

  it("of a rehearsal never reaches a runner for live releases", async () => {
    expect(await offered(await addRunner("live"))).toEqual([]);
  });

  it("is unknown when its runner falls silent; what the runner says later stands beside it and resolves nothing", async () => {
    const runner = await addRunner();
    const { name, epoch } = await begun(runner);
    await silence();
    expect(await runners.loseSilentJobs()).toBe(1);
    expect((await state()).stages["stage:2"]?.steps["step:1.1"]?.status).toBe("unknown");
    expect(await offered(await addRunner())).toEqual([]);
    expect((await runners.finishJob({ runner, name, ask: end(epoch) }))?.recorded).toBe(true);
    const after = await state();
    expect(after.stages["stage:2"]?.steps["step:1.1"]?.status).toBe("unknown");
    expect(after.jobs["job:1"]?.ended).toMatchObject({ outcome: "succeeded", counted: false });
  });

  it("that was lost here first keeps what the host's probe says of it once its runner is back, and stays unknown", async () => {
    const runner = await addRunner();
    const { name, epoch } = await begun(runner);
    await silence();
    expect(await runners.loseSilentJobs()).toBe(1);
    const probe = { succeeded: true, text: "2.1 GB are there" };
    const word = { ...end(epoch), outcome: "lost" as const, exitCode: null, says: "Its keeper is gone.", probe };
    for (const repeated of [word, word]) {
      expect((await runners.finishJob({ runner, name, ask: repeated }))?.recorded).toBe(true);
    }
    const after = await state();
    expect(after.jobs["job:1"]?.ended).toMatchObject({ outcome: "lost", says: expect.stringContaining(probe.text) });
    expect(after.stages["stage:2"]?.steps["step:1.1"]?.status).toBe("unknown");
  });

  it("that was offered and never begun goes back to whoever asks next", async () => {
    expect(await offered(await addRunner())).toHaveLength(1);
    await silence();
    expect(await runners.loseSilentJobs()).toBe(0);
    expect(await offered(await addRunner())).toHaveLength(1);
  });

  it("is told to end when a rollback begins, whose own job goes first with no ordinary slot free", async () => {
    const runner = await addRunner();
    const { name, epoch } = await begun(runner);
    await desk.must({ type: "rollback.start", reason: "5xx" });
    const holding = [{ id: name, standing: "go_on" as const }];
    const taken = await runners.takeJobs({ runner, ask: asking({ free: { ordinary: 0, rollback: 1 }, holding }) });
    expect(taken.standings).toEqual([{ id: name, standing: "fenced", epoch: epoch + 1 }]);
    expect(taken.jobs.filter(({ releaseId }) => releaseId === desk.releaseId)).toMatchObject([
      { lane: "rollback", purpose: "traffic", work: { kind: "traffic", ask: { verb: "set", share: 0 } } },
    ]);
    await runners.finishJob({ runner, name, ask: end(epoch) });
    expect((await state()).jobs["job:1"]?.ended?.counted).toBe(false);
  });

  it("of a driver without hands moves nothing: the share is set by a person's word", async () => {
    const runner = await addRunner();
    await desk.must({ type: "rollback.start", reason: "5xx" });
    const { name, epoch } = await begun(runner);
    const fence = { release: desk.releaseId, startedAt: 0, epoch };
    const sentence = { zh: "请放置此文", en: "put this in place" };
    const reply = { kind: "to_apply" as const, share: 0, fence, sentence, text: "upstream …" };
    const ask = { ...end(epoch), traffic: { verb: "set" as const, reply } };
    expect((await runners.finishJob({ runner, name, ask }))?.recorded).toBe(true);
    const { jobs, rollback } = await state();
    expect(jobs["job:2"]?.ended).toMatchObject({ outcome: "succeeded", byHand: true });
    expect(rollback.steps).toEqual({});
  });

  it("is nobody's to write into but its runner's", async () => {
    const { name, epoch } = await begun(await addRunner());
    const stranger = await addRunner();
    expect(await runners.keepOutput({ runner: stranger, name, ask: piece(0, "x") })).toBeNull();
    expect(await runners.finishJob({ runner: stranger, name, ask: end(epoch) })).toBeNull();
  });
});

describe("what a proxy has counted", () => {
  const fence = () => ({ release: desk.releaseId, startedAt: 1, epoch: 0 });
  const versions = [{ side: "green" as const, version: "v2", count: 12 }];
  const seen = (release = fence()) => ({
    ...{ kind: "observed" as const, share: 5, fence: release, since: 1, green: 12, blue: 230, nobody: 0, other: 0 },
    versions,
  });
  const ask = (action: string, observation = seen()) => ({
    instance,
    counts: [{ action, at: 1, seen: observation }],
  });
  const newest = () =>
    stand.instances[0] === undefined
      ? null
      : postgresTrafficCountStore(stand.instances[0].pools).newest(desk.releaseId);

  it("is kept for the release under way whose traffic it moves, the newest word only", async () => {
    const runner = await addRunner();
    expect(await runners.keepCounts({ runner, ask: ask("nginx") })).toEqual({ everyMs: 5_000 });
    await runners.keepCounts({ runner, ask: ask("nginx", { ...seen(), green: 40 }) });
    expect(await newest()).toMatchObject({ green: 40, blue: 230, versions });
  });

  it("is not kept from a runner for live releases, of another action, or of no release", async () => {
    const runner = await addRunner();
    expect(await runners.keepCounts({ runner: await addRunner("live"), ask: ask("nginx") })).toEqual({
      everyMs: 15_000,
    });
    await runners.keepCounts({ runner, ask: ask("other") });
    await runners.keepCounts({ runner, ask: ask("nginx", seen({ ...fence(), release: "nowhere" })) });
    expect(await newest()).toBeNull();
  });
});

describe("a drill", () => {
  it("is a job on the shadow upstream, and its time is kept", async () => {
    const runner = await addRunner();
    await desk.must({ type: "rollback.drill" });
    const { name, epoch } = await begun(runner);
    const [own] = Object.values((await state()).jobs);
    expect(own?.purpose).toEqual({ kind: "drill" });
    await runners.finishJob({ runner, name, ask: end(epoch) });
    const { drill } = (await state()).rollback;
    expect(drill).toMatchObject({ job: "job:1" });
    expect(drill?.tookMs).toBeGreaterThan(0);
  });
});

describe("a runner", () => {
  it("is let in by an administrator and nobody else, under a name of its own, until it is withdrawn", async () => {
    const wish = { name: "edge", mode: "live" as const, environment: "production", labels: ["eu-1"] };
    expect((await runners.addRunner({ actor: stand.planner, wish })).ok).toBe(false);
    const made = await runners.addRunner({ actor: boss, wish });
    expect(made.ok).toBe(true);
    expect((await runners.addRunner({ actor: boss, wish })).ok).toBe(false);
    if (!made.ok) return;
    const { token, runnerId } = made.value;
    expect(await runners.findRunner(token)).toMatchObject({ name: "edge", labels: ["eu-1"] });
    expect((await runners.revokeRunner({ actor: stand.planner, runnerId })).ok).toBe(false);
    expect((await runners.revokeRunner({ actor: boss, runnerId })).ok).toBe(true);
    expect(await runners.findRunner(token)).toBeNull();
    expect((await runners.addRunner({ actor: boss, wish })).ok).toBe(true);
  });
});
