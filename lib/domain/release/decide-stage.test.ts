import { describe, expect, it } from "vitest";
import type { Plan } from "../plan/plan";
import { playRelease } from "./fixtures/release-play";
import {
  admin,
  atFirstGate,
  dba,
  decideGo,
  deputy,
  fresh,
  ops,
  prepared,
  rm,
  shifting,
  soaking,
  started,
} from "./fixtures/small-night";
import { smallPlan } from "./fixtures/small-plan";
import { soakRemainingMs } from "./soak";

describe("a stage", () => {
  it("starts in the plan's order, one at a time", () => {
    const play = started();
    const refusal = play.refusal(dba, { type: "stage.start", stage: "stage:2", ...fresh(play) });
    expect(refusal).toMatchObject({ kind: "unmet", unmet: [{ kind: "stages", subject: "stage:1" }] });
    play.must(rm, { type: "stage.start", stage: "stage:1", ...fresh(play) });
    expect(play.refusal(dba, { type: "stage.start", stage: "stage:2", ...fresh(play) }).kind).toBe("unmet");
  });

  it("runs beside the one before it where the plan says so", () => {
    const parallel: Plan = {
      ...smallPlan,
      stages: smallPlan.stages.map((row) => (row.id === "stage:2" ? { ...row, parallel: true } : row)),
    };
    const play = playRelease(parallel, { creator: rm, roles: { "role:dba": "dba", "role:ops": "ops" } });
    play.must(rm, { type: "release.start", override: "tried", ...fresh(play) });
    play.must(rm, { type: "stage.start", stage: "stage:1", ...fresh(play) });
    play.must(dba, { type: "stage.start", stage: "stage:2", ...fresh(play) });
    expect(play.state().stages["stage:1"]?.status).toBe("running");
  });

  it("is its owner's or the manager's, of everyone's anybody's who has a role, and marked for a substitute", () => {
    const play = started();
    expect(play.refusal(admin, { type: "stage.start", stage: "stage:1", ...fresh(play) }).kind).toBe("forbidden");
    play.must(ops, { type: "stage.start", stage: "stage:1", ...fresh(play) });
    play.must(rm, { type: "stage.complete", stage: "stage:1", ...fresh(play) });
    expect(play.refusal(ops, { type: "stage.start", stage: "stage:2", ...fresh(play) })).toMatchObject({
      kind: "forbidden",
      because: "not-your-part",
      facts: { needed: "Release manager · DBA" },
    });
    const [event] = play.must(deputy, { type: "stage.start", stage: "stage:2", ...fresh(play) });
    expect(event?.actor).toMatchObject({ role: "role:dba", substitute: true });
  });

  it("answers a second start with who started it", () => {
    const play = shifting();
    expect(play.refusal(rm, { type: "stage.start", stage: "stage:3", expectedSeq: 0 })).toMatchObject({
      kind: "already",
      facts: { status: "running" },
      by: { actor: { name: "ops" }, type: "stage.started" },
    });
  });

  it("stops at once, whatever was seen, raises the fence and can be retried", () => {
    const play = shifting();
    const epoch = play.state().epoch;
    const [event] = play.must(ops, { type: "stage.stop", stage: "stage:3" });
    expect(event?.epoch).toBe(epoch + 1);
    expect(play.refusal(ops, { type: "stage.stop", stage: "stage:3" }).kind).toBe("already");
    play.must(ops, { type: "stage.retry", stage: "stage:3", ...fresh(play) });
    expect(play.state().stages["stage:3"]).toMatchObject({ status: "running", runs: 2 });
  });

  it("can be stopped while the release is held, but not started or completed", () => {
    const play = shifting();
    play.must(dba, { type: "release.hold" });
    const held = { kind: "not_allowed_now", because: "release-is", by: { actor: { name: "dba" } } };
    expect(play.refusal(ops, { type: "stage.complete", stage: "stage:3", ...fresh(play) })).toMatchObject(held);
    play.must(ops, { type: "stage.stop", stage: "stage:3" });
    expect(play.refusal(ops, { type: "stage.retry", stage: "stage:3", ...fresh(play) })).toMatchObject(held);
  });

  it("is completed only with its steps done or skipped", () => {
    const play = started();
    play.must(rm, { type: "stage.skip", stage: "stage:1", reason: "alone" });
    play.must(dba, { type: "stage.start", stage: "stage:2", ...fresh(play) });
    play.must(dba, { type: "step.complete", step: "step:1.1" });
    const refusal = play.refusal(dba, { type: "stage.complete", stage: "stage:2", ...fresh(play) });
    expect(refusal.unmet).toMatchObject([{ kind: "steps", subject: "step:1.2", facts: { open: 1, total: 2 } }]);
    play.must(dba, { type: "step.skip", step: "step:1.2", reason: "seen" });
    play.must(dba, { type: "stage.complete", stage: "stage:2", ...fresh(play) });
  });

  it("needs a reason to fail or to be skipped, and only the manager skips", () => {
    const play = started();
    expect(play.refusal(rm, { type: "stage.skip", stage: "stage:1", reason: "" }).kind).toBe("needs_reason");
    expect(play.refusal(dba, { type: "stage.skip", stage: "stage:2", reason: "x" }).kind).toBe("forbidden");
  });

  it("without a duration begins with completion and cannot be started or skipped", () => {
    const play = started();
    const refusal = { because: "stage-begins-with-completion" };
    expect(play.refusal(rm, { type: "stage.start", stage: "stage:5", ...fresh(play) })).toMatchObject(refusal);
    expect(play.refusal(rm, { type: "stage.skip", stage: "stage:5", reason: "x" })).toMatchObject(refusal);
  });

  it("is unknown by another name, also to somebody who may do nothing", () => {
    const play = prepared();
    expect(play.refusal(admin, { type: "stage.start", stage: "stage:99", expectedSeq: 1 }).kind).toBe("unknown_id");
  });
});

describe("a shift", () => {
  it("does not start before its go", () => {
    const play = atFirstGate();
    const refusal = play.refusal(ops, { type: "stage.start", stage: "stage:3", ...fresh(play) });
    expect(refusal.unmet?.map((one) => [one.kind, one.facts["standing"]])).toEqual([["gate", "voting"]]);
  });

  it("does not start on facts that have turned since the go", () => {
    const play = atFirstGate();
    decideGo(play, "gate:1");
    play.must(dba, { type: "item.revoke", item: "item:1.1", reason: "restore failed" });
    const refusal = play.refusal(ops, { type: "stage.start", stage: "stage:3", ...fresh(play) });
    expect(refusal.unmet?.map((one) => one.key)).toEqual(["items:section:1"]);
    play.must(dba, { type: "item.sign", item: "item:1.1" });
    play.must(ops, { type: "stage.start", stage: "stage:3", ...fresh(play) });
  });

  it("meets the facts again at its retry", () => {
    const play = shifting();
    play.must(ops, { type: "stage.fail", stage: "stage:3", reason: "nginx -t" });
    play.must(dba, { type: "item.revoke", item: "item:1.1", reason: "restore failed" });
    expect(play.refusal(ops, { type: "stage.retry", stage: "stage:3", ...fresh(play) }).kind).toBe("unmet");
  });

  it("starts after an override against exactly what the override listed", () => {
    const play = atFirstGate();
    play.must(dba, { type: "item.revoke", item: "item:1.1", reason: "again" });
    play.must(rm, { type: "gate.override", gate: "gate:1", round: 1, reason: "must", ...fresh(play) });
    play.happen({ type: "trigger.proposed", payload: { trigger: "trigger:1", evidence: "2 %" } });
    const refusal = play.refusal(ops, { type: "stage.start", stage: "stage:3", ...fresh(play) });
    expect(refusal.unmet?.map((one) => one.key)).toEqual(["proposal"]);
    play.must(rm, { type: "trigger.dismiss", trigger: "trigger:1", reason: "old" });
    play.must(ops, { type: "stage.start", stage: "stage:3", ...fresh(play) });
  });

  it("sets its share by being completed, where nobody confirmed it before", () => {
    const play = shifting();
    const types = play.must(ops, { type: "stage.complete", stage: "stage:3", ...fresh(play) }).map((one) => one.type);
    expect(types).toEqual(["traffic.set", "stage.completed"]);
    expect(play.state().traffic.wanted).toBe(50);
  });

  it("takes a person's word for its own share or for less, for nothing else", () => {
    const play = shifting();
    expect(play.refusal(dba, { type: "traffic.confirm", share: 50 }).kind).toBe("forbidden");
    expect(play.refusal(ops, { type: "traffic.confirm", share: 60 })).toMatchObject({
      kind: "invalid",
      because: "share-not-planned",
    });
    play.must(ops, { type: "traffic.confirm", share: 50 });
    expect(play.refusal(ops, { type: "traffic.confirm", share: 50 }).kind).toBe("already");
    play.must(ops, { type: "traffic.confirm", share: 5 });
    expect(play.refusal(ops, { type: "traffic.confirm", share: 6 }).kind).toBe("invalid");
  });

  it("is not completed over a share that somebody took back", () => {
    const play = shifting();
    play.must(ops, { type: "traffic.confirm", share: 50 });
    play.must(ops, { type: "traffic.confirm", share: 0 });
    expect(play.refusal(rm, { type: "stage.complete", stage: "stage:3", ...fresh(play) })).toMatchObject({
      because: "share-taken-back",
      by: { actor: { name: "ops" }, type: "traffic.set" },
    });
    play.must(ops, { type: "traffic.confirm", share: 50 });
    play.must(ops, { type: "stage.complete", stage: "stage:3", ...fresh(play) });
  });

  it("takes no word about traffic between shifts", () => {
    const play = atFirstGate();
    expect(play.refusal(rm, { type: "traffic.confirm", share: 50 }).because).toBe("no-shift-running");
  });
});

describe("an observation", () => {
  it("is not completed before its soak is over", () => {
    const play = soaking();
    play.pass(9);
    const refusal = play.refusal(ops, { type: "stage.complete", stage: "stage:4", ...fresh(play) });
    expect(refusal.unmet).toMatchObject([{ kind: "soak", remainingMs: 60_000 }]);
    play.pass(1);
    play.must(ops, { type: "stage.complete", stage: "stage:4", ...fresh(play) });
  });

  it("does not count what was held, blind or stopped", () => {
    const play = soaking();
    const left = () => soakRemainingMs(play.plan, play.state(), "stage:4", play.now());
    play.pass(2);
    play.must(dba, { type: "release.hold" });
    play.pass(60);
    play.must(rm, { type: "release.resume", ...fresh(play) });
    expect(left()).toBe(8 * 60_000);
    play.pass(2);
    play.happen({ type: "source.lost", payload: { source: "p" } });
    play.pass(60);
    play.happen({ type: "source.found", payload: { source: "p" } });
    expect(left()).toBe(6 * 60_000);
    play.must(ops, { type: "stage.stop", stage: "stage:4" });
    play.pass(60);
    play.must(ops, { type: "stage.retry", stage: "stage:4", ...fresh(play) });
    expect(left()).toBe(6 * 60_000);
    play.pass(6);
    expect(left()).toBe(0);
  });

  it("counts the release's time in a rehearsal", () => {
    const play = soaking({ mode: "rehearsal", speed: 60 });
    const before = play.now();
    play.pass(10);
    expect(play.now() - before).toBe(10_000);
    play.must(ops, { type: "stage.complete", stage: "stage:4", ...fresh(play) });
  });
});

describe("a step", () => {
  const inBackup = () => {
    const play = started();
    play.must(rm, { type: "stage.skip", stage: "stage:1", reason: "alone" });
    play.must(dba, { type: "stage.start", stage: "stage:2", ...fresh(play) });
    return play;
  };

  it("waits for its stage", () => {
    const play = started();
    expect(play.refusal(dba, { type: "step.start", step: "step:1.1" })).toMatchObject({
      kind: "not_allowed_now",
      because: "stage-of-step-is",
      facts: { status: "pending" },
    });
  });

  it("fails with a reason, is retried and done", () => {
    const play = inBackup();
    play.must(dba, { type: "step.start", step: "step:1.1" });
    expect(play.refusal(dba, { type: "step.fail", step: "step:1.1", reason: "" }).kind).toBe("needs_reason");
    play.must(dba, { type: "step.fail", step: "step:1.1", reason: "disk full" });
    expect(play.refusal(dba, { type: "step.complete", step: "step:1.1" }).because).toBe("step-is");
    play.must(dba, { type: "step.retry", step: "step:1.1" });
    play.must(dba, { type: "step.complete", step: "step:1.1", evidence: { text: " 12 GB ", link: "" } });
    expect(play.state().stages["stage:2"]?.steps["step:1.1"]).toMatchObject({
      status: "done",
      ended: { evidence: { text: "12 GB" } },
    });
  });

  it("that finishes during a hold is recorded, but none begins", () => {
    const play = inBackup();
    play.must(dba, { type: "step.start", step: "step:1.1" });
    play.must(ops, { type: "release.hold" });
    play.must(dba, { type: "step.complete", step: "step:1.1" });
    expect(play.refusal(dba, { type: "step.complete", step: "step:1.2" }).because).toBe("release-is");
    expect(play.refusal(dba, { type: "step.start", step: "step:1.2" }).because).toBe("release-is");
  });

  it("that ran when its stage was stopped is unknown until a person says how it ended", () => {
    const play = inBackup();
    play.must(dba, { type: "step.start", step: "step:1.1" });
    play.must(dba, { type: "stage.stop", stage: "stage:2" });
    expect(play.state().stages["stage:2"]?.steps["step:1.1"]?.status).toBe("unknown");
    play.must(dba, { type: "step.resolve", step: "step:1.1", outcome: "done", reason: "dump is complete" });
    expect(play.state().stages["stage:2"]?.steps["step:1.1"]?.status).toBe("done");
  });

  it("belongs to the stage that runs when its group serves several", () => {
    const shared: Plan = {
      ...smallPlan,
      stages: smallPlan.stages.map((row) => (row.id === "stage:1" ? { ...row, stepGroups: [1] } : row)),
    };
    const play = playRelease(shared, { creator: rm, roles: { "role:dba": "dba", "role:ops": "ops" } });
    play.must(rm, { type: "release.start", override: "tried", ...fresh(play) });
    play.must(rm, { type: "stage.skip", stage: "stage:1", reason: "alone" });
    play.must(dba, { type: "stage.start", stage: "stage:2", ...fresh(play) });
    const [, completed] = play.must(dba, { type: "step.complete", step: "step:1.1" });
    expect(completed).toMatchObject({ type: "step.completed", payload: { stage: "stage:2" } });
    expect(play.state().stages["stage:1"]?.steps["step:1.1"]?.status).toBe("pending");
  });
});
