import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { FaultProxy } from "@/lib/runner/fixtures/fault-proxy";
import { armedRollback } from "./fixtures/armed-rollback";
import { LabNight } from "./fixtures/lab-night";
import { isLabTested } from "./fixtures/lab-tested";
import { startWholeLab, type WholeLab } from "./whole-lab";

describe.runIf(isLabTested)("a night in the lab, with nothing simulated", () => {
  let whole: WholeLab;
  let line: FaultProxy;
  let night: LabNight | null = null;
  beforeAll(async () => {
    whole = await startWholeLab({ rate: 400, isQuiet: true, canHang: true });
    line = new FaultProxy(Number(new URL(whole.holdpoint.address).port));
    await whole.addRunner("lab-runner", await line.listen());
  }, 300_000);
  afterEach(async () => {
    await night?.end();
    night = null;
  }, 60_000);
  afterAll(async () => {
    await line?.close();
    await whole?.stop();
  }, 60_000);

  test("goes to 100 %, every share as the counts of requests say it is, and no user is left without an answer", async () => {
    night = await LabNight.open(whole);
    const shares: Record<number, number> = {};
    for (const stage of night.plan.stages.filter(({ durationMin }) => durationMin !== null)) {
      if (stage.kind === "shift" && stage.share !== null) {
        await night.goThrough(night.gateBefore(stage));
        shares[stage.share] = await night.shiftTo(stage.share);
      } else await night.begin(stage.id);
      await night.finish(stage);
    }
    await night.goThrough(night.gateBefore(null));
    await night.insist(({ expectedSeq }) => ({ type: "release.complete", expectedSeq }));
    const said = Object.entries(shares).map(([wanted, observed]) => `${wanted} % wanted, ${observed} % observed`);
    process.stdout.write(`\n  ${said.join("; ")}\n`);
    expect(Object.keys(shares)).toEqual(["5", "25", "100"]);
    expect(shares[100]).toBeGreaterThan(99);
    expect((await whole.lab.stats()).unanswered).toBe(0);
    expect((await night.view()).state.status).toBe("observing");
  }, 400_000);

  test("with 2 % errors at 25 % and an armed rollback: detected within a minute, back 5 s after the decision", async () => {
    const { detectedS, decidedS, backS } = await armedRollback(whole);
    expect(Math.max(detectedS / 60, decidedS / 5, backS / 5)).toBeLessThanOrEqual(1);
  }, 240_000);

  test("with green dead at 5 %: users notice nothing, the check does, and the gate stays shut", async () => {
    night = await LabNight.open(whole);
    await night.skipToFirstShift();
    await night.override(night.gateBefore(night.shift(5)));
    await night.shiftTo(5);
    await night.finish(night.shift(5));
    await night.begin(night.watching(5).id);
    const unanswered = (await whole.lab.stats()).unanswered;
    await whole.lab.fault("green", { dead: true });
    const serving = night.plan.checks.find(({ measure }) => measure?.kind === "serving")?.id ?? "check:none";
    await night.until("the check is red", ({ state }) => state.checks[serving]?.verdict === "failed", 90_000);
    const gate = night.gateBefore(night.shift(25));
    const { seq } = await night.view();
    const go = await night.manager.ask(night.releaseId, {
      ...{ type: "gate.decide", gate, round: 1, decision: "go", expectedSeq: seq },
    });
    expect(go).toMatchObject({ accepted: false, kind: "unmet" });
    expect((await whole.lab.stats()).unanswered).toBe(unanswered);
    await night.end();
    await whole.lab.revive("green");
  }, 240_000);

  test("with Prometheus stopped: nothing advances, nothing is rolled back, a person is asked; and it goes on when it is seen again", async () => {
    night = await LabNight.open(whole);
    await night.jumpTo25();
    await night.give({ type: "rollback.arm" });
    await night.finish(night.shift(25));
    await night.begin(night.watching(25).id);
    whole.lab.processes.prometheus.kill("SIGSTOP");
    await night.until("it is blind", ({ state }) => state.blind !== null, 120_000);
    const gate = night.gateBefore(night.shift(100));
    const { seq, state } = await night.view();
    expect(state.rollback.started).toBeNull();
    expect(state.traffic.wanted).toBe(25);
    const go = await night.manager.ask(night.releaseId, {
      ...{ type: "gate.decide", gate, round: 1, decision: "go", expectedSeq: seq },
    });
    expect(go).toMatchObject({ accepted: false, kind: "unmet" });
    whole.lab.processes.prometheus.kill("SIGCONT");
    await night.until("it sees again", (seen) => seen.state.blind === null, 60_000);
  }, 300_000);

  test("in which a promote hangs: the rollback does not wait for it, and the promote moves nothing any more", async () => {
    night = await LabNight.open(whole);
    await night.jumpTo25();
    await night.finish(night.shift(25));
    await night.give({ type: "stage.skip", stage: night.watching(25).id, reason: "a lab" });
    await night.override(night.gateBefore(night.shift(100)));
    await whole.lab.hang(true);
    await night.begin(night.shift(100).id);
    const promote = await night.until("the promote has begun", ({ state }) =>
      Object.values(state.jobs).some(
        ({ purpose, status }) => purpose.kind === "traffic" && purpose.share === 100 && status === "running",
      ),
    );
    expect(promote.state.traffic.wanted).toBe(25);
    await night.give({ type: "rollback.start", reason: "the promote hangs" });
    await whole.lab.hang(false);
    await night.until("traffic is back", ({ state }) => state.rollback.steps["rollback-step:2"]?.outcome === "done");
    await night.until("the promote is over", ({ state }) =>
      Object.values(state.jobs).every(({ status }) => status === "ended"),
    );
    const set = (await night.events()).filter(({ type }) => type === "traffic.set");
    expect(set.map(({ payload }) => "share" in payload && payload.share)).not.toContain(100);
  }, 240_000);

  test("in which a promote succeeds too late to tell: its success is on record, and counts for nothing", async () => {
    night = await LabNight.open(whole);
    await night.skipToFirstShift();
    await night.override(night.gateBefore(night.shift(5)));
    const onGreen = async () => (await whole.lab.stats()).versions["v1.0.0"]?.answers ?? 0;
    const before = await onGreen();
    line.set({ kind: "cut_at", words: "/finish " });
    await night.begin(night.shift(5).id);
    await expect.poll(onGreen, { timeout: 30_000 }).toBeGreaterThan(before + 20);
    line.set({ kind: "cut" });
    expect((await night.view()).state.jobs["job:1"]?.status).toBe("running");
    const other = await whole.addRunner("second-runner");
    await night.give({ type: "rollback.start", reason: "no word from the promote" });
    await night.until("traffic is back", ({ state }) => state.rollback.steps["rollback-step:2"]?.outcome === "done");
    line.set({ kind: "none" });
    const late = await night.until(
      "the promote has told",
      ({ state }) => state.jobs["job:1"]?.ended?.outcome === "succeeded",
    );
    expect(late.state.jobs["job:1"]?.ended?.counted).toBe(false);
    const shares = (await night.events()).filter(({ type }) => type === "traffic.set").map(({ payload }) => payload);
    expect(shares).not.toContainEqual(expect.objectContaining({ share: 5 }));
    await other.stop();
  }, 240_000);
});
