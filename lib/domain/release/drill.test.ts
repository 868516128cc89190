import { describe, expect, it } from "vitest";
import type { Plan } from "../plan/plan";
import { describeEvent } from "./describe";
import { describeCondition } from "./describe-condition";
import { end, newest, take } from "./fixtures/bound-night";
import { boundPlan } from "./fixtures/bound-plan";
import { engine, type Play } from "./fixtures/release-play";
import { atFirstGate, prepared, rm, started, voteGo } from "./fixtures/small-night";
import { smallPlan } from "./fixtures/small-plan";
import { forecast, rollbackTakes } from "./forecast";
import { gateConditions } from "./gate-conditions";

function wanting(hours: number, plan: Plan = smallPlan): Plan {
  const gates = plan.gates.map((gate) => (gate.id === "gate:1" ? { ...gate, drillWithinHours: hours } : gate));
  return { ...plan, info: { ...plan.info, windowMin: 240 }, gates };
}

function drillCondition(play: Play) {
  const { plan } = play;
  const all = gateConditions({ plan, state: play.state(), now: play.now(), evidence: null }, "gate:1");
  const found = all.find(({ kind }) => kind === "drill");
  return found === undefined ? null : { ...found, key: describeCondition(plan, found).key };
}

function drilled(play: Play, seconds: number): void {
  play.must(rm, { type: "rollback.drill" });
  const job = take(play);
  play.pass(seconds / 60);
  end(play, job, "succeeded");
}

describe("a drill of the rollback", () => {
  it("by a runner takes from its request to its end, and says so", () => {
    const play = prepared({ plan: boundPlan(smallPlan) });
    play.must(rm, { type: "rollback.drill" });
    play.pass(0.5);
    const job = take(play);
    play.pass(0.25);
    end(play, job, "succeeded");
    expect(play.state().rollback.drill).toMatchObject({ tookMs: 45_000, job });
    const told = play.events().find(({ type }) => type === "rollback.drilled");
    expect(told === undefined ? null : describeEvent(play.plan, told).key).toBe("event.rollback.drilled.runner");
  });

  it("runs on a rehearsal's clock, as its rollback would", () => {
    const play = started({ plan: boundPlan(smallPlan), mode: "rehearsal", speed: 20 });
    play.must(rm, { type: "rollback.drill" });
    const job = take(play);
    play.pass(1);
    end(play, job, "succeeded");
    expect(play.state().rollback.drill?.tookMs).toBe(60_000);
  });

  it("is a person's word where nothing is bound, and is marked as one", () => {
    const play = prepared();
    play.must(rm, { type: "rollback.drill", tookMs: 38_000 });
    expect(play.state().rollback.drill).toMatchObject({ tookMs: 38_000, by: { name: "rm" } });
    expect(play.state().rollback.drill?.job).toBeUndefined();
    expect(rollbackTakes(play.plan, play.state())).toEqual({ ms: 38_000, by: "word" });
  });

  it("is not estimated where a runner can time it, and not asked for twice at once", () => {
    const play = prepared({ plan: boundPlan(smallPlan) });
    expect(play.refusal(rm, { type: "rollback.drill", tookMs: 1_000 }).because).toBe("drill-is-bound");
    play.must(rm, { type: "rollback.drill" });
    expect(play.refusal(rm, { type: "rollback.drill" }).because).toBe("job-already-asked");
  });

  it("that no runner begins can be withdrawn before the start, and asked for again", () => {
    const play = prepared({ plan: boundPlan(smallPlan) });
    play.must(rm, { type: "rollback.drill" });
    const job = newest(play);
    play.must(rm, { type: "job.cancel", job });
    const given = play.refusal(engine, { type: "job.take", job, runner: "blue-host", instance: "one" });
    expect([play.state().status, given.because]).toEqual(["preparing", "job-fenced"]);
    drilled(play, 38);
    expect(play.state().rollback.drill).toMatchObject({ job: "job:2" });
  });

  it("is not asked for while a rollback is under way: its traffic goes first", () => {
    const play = atFirstGate({ plan: boundPlan(smallPlan) });
    play.must(rm, { type: "rollback.start" });
    expect(play.refusal(rm, { type: "rollback.drill" }).kind).toBe("not_allowed_now");
  });

  it("that fails changes nothing of what the last good one said", () => {
    const play = prepared({ plan: boundPlan(smallPlan) });
    drilled(play, 38);
    play.must(rm, { type: "rollback.drill" });
    end(play, take(play), "failed");
    expect(play.state().rollback.drill?.tookMs).toBe(38_000);
  });
});

describe("the last safe start of a rollback", () => {
  const window = wanting(4);

  const { rollback } = window;
  const switchOnly = { ...window, rollback: rollback && { ...rollback, steps: rollback.steps.slice(0, 1) } };

  it("follows from the drill, and from the plan's target as long as there was none", () => {
    const play = prepared({ plan: boundPlan(switchOnly) });
    const before = forecast(play.plan, play.state(), play.now());
    expect(before.rollbackTakes).toEqual({ ms: 300_000, by: "target" });
    expect(before.lastSafeRollback).toBe((before.windowEnd ?? 0) - 300_000);
    drilled(play, 38);
    const after = forecast(play.plan, play.state(), play.now());
    expect(after.rollbackTakes).toEqual({ ms: 38_000, by: "drill" });
    expect(after.lastSafeRollback).toBe((after.windowEnd ?? 0) - 38_000);
  });

  it("follows from the longer of drill and target where the procedure goes on after the switch, which is all that was drilled", () => {
    const play = prepared({ plan: boundPlan(window) });
    drilled(play, 38);
    expect(rollbackTakes(play.plan, play.state())).toEqual({ ms: 300_000, by: "target" });
    drilled(play, 360);
    expect(rollbackTakes(play.plan, play.state())).toEqual({ ms: 360_000, by: "drill" });
  });

  it("is not known where nothing was drilled and the plan has no target", () => {
    const play = prepared({ plan: { ...window, rollback: null } });
    const seen = forecast(play.plan, play.state(), play.now());
    expect([seen.rollbackTakes, seen.lastSafeRollback]).toEqual([null, null]);
  });
});

describe("a gate that wants a drill", () => {
  it("is told apart: never drilled, drilled, too long ago, in vain", () => {
    const play = prepared({ plan: wanting(2, boundPlan(smallPlan)) });
    expect(drillCondition(play)).toMatchObject({ met: "unmet", key: "condition.drill.unmet", owners: ["role:rm"] });
    drilled(play, 38);
    expect(drillCondition(play)).toMatchObject({ met: "met", key: "condition.drill.met" });
    play.pass(121);
    expect(drillCondition(play)).toMatchObject({ met: "unmet", key: "condition.drill.old" });
    drilled(play, 38);
    play.must(rm, { type: "rollback.drill" });
    end(play, take(play), "lost");
    expect(newest(play)).toBe("job:3");
    expect(drillCondition(play)).toMatchObject({ met: "unmet", key: "condition.drill.failed" });
  });

  it("is not appeased by the next drill that is asked for, begun or cancelled, only by one that succeeds", () => {
    const play = prepared({ plan: wanting(2, boundPlan(smallPlan)) });
    drilled(play, 38);
    play.must(rm, { type: "rollback.drill" });
    end(play, take(play), "failed");
    play.must(rm, { type: "rollback.drill" });
    expect(drillCondition(play)).toMatchObject({ met: "unmet", key: "condition.drill.failed" });
    const job = take(play);
    expect(drillCondition(play)?.met).toBe("unmet");
    end(play, job, "cancelled");
    expect(drillCondition(play)?.met).toBe("unmet");
    play.pass(1);
    drilled(play, 38);
    expect(drillCondition(play)).toMatchObject({ met: "met" });
  });

  it("takes a person's word where nothing is bound, and says whose", () => {
    const play = prepared({ plan: wanting(2) });
    play.must(rm, { type: "rollback.drill", tookMs: 40_000 });
    expect(drillCondition(play)).toMatchObject({ met: "met", key: "condition.drill.word", by: { name: "rm" } });
  });

  it("gives no go without it", () => {
    const play = atFirstGate({ plan: wanting(2) });
    voteGo(play, "gate:1");
    const round = play.state().gates["gate:1"]?.round ?? 0;
    const go = { type: "gate.decide", gate: "gate:1", round, decision: "go", expectedSeq: play.state().seq } as const;
    expect(play.refusal(rm, go)).toMatchObject({ kind: "unmet", unmet: [{ kind: "drill" }] });
    play.must(rm, { type: "rollback.drill", tookMs: 40_000 });
    play.must(rm, { ...go, expectedSeq: play.state().seq });
  });

  it("that wants none has no such condition", () => {
    expect(drillCondition(prepared())).toBeNull();
  });
});
