import { describe, expect, it } from "vitest";
import { engine } from "./fixtures/release-play";
import {
  admin,
  atFirstGate,
  dba,
  fresh,
  observing,
  ops,
  prepared,
  rm,
  shifting,
  soaking,
  started,
} from "./fixtures/small-night";
import { releaseTime } from "./time";

describe("a rollback", () => {
  it.each([
    ["running", started],
    ["between stages", atFirstGate],
    ["in the middle of a shift", shifting],
    ["in the middle of an observation", soaking],
    ["observing", observing],
  ] as const)("is accepted while %s, without a reason and from a stale screen", (_where, reach) => {
    const play = reach();
    const epoch = play.state().epoch;
    play.must(ops, { type: "rollback.start" });
    expect(play.state()).toMatchObject({ status: "rolling_back", epoch: epoch + 1, traffic: { wanted: 0 } });
  });

  it("is accepted while held", () => {
    const play = shifting();
    play.must(dba, { type: "release.hold" });
    play.must(ops, { type: "rollback.start" });
    expect(play.state()).toMatchObject({ status: "rolling_back", hold: null });
  });

  it("is for those who may roll back", () => {
    const play = shifting();
    expect(play.refusal(dba, { type: "rollback.start" })).toMatchObject({
      kind: "forbidden",
      because: "not-your-part",
    });
    expect(play.refusal(admin, { type: "rollback.start" }).kind).toBe("forbidden");
    play.must(rm, { type: "rollback.start" });
  });

  it("a second time answers who began it", () => {
    const play = shifting();
    play.must(ops, { type: "rollback.start", reason: "5xx" });
    expect(play.refusal(rm, { type: "rollback.start" })).toMatchObject({
      kind: "already",
      because: "rollback-already-started",
      by: { actor: { name: "ops" }, type: "rollback.started" },
    });
  });

  it("reverts what was under way and remembers the share", () => {
    const play = soaking();
    const [event] = play.must(ops, { type: "rollback.start" });
    expect(event?.payload).toMatchObject({ fromShare: 50, reverted: ["stage:4"] });
    expect(play.state().stages["stage:4"]?.status).toBe("reverted");
    expect(play.state().stages["stage:3"]?.status).toBe("completed");
    expect(play.state().stages["stage:4"]?.soak.countingSince).toBeNull();
  });

  it("lets nothing else go on", () => {
    const play = shifting();
    play.must(ops, { type: "rollback.start" });
    for (const command of [
      { type: "stage.complete", stage: "stage:3", ...fresh(play) },
      { type: "release.resume", ...fresh(play) },
      { type: "gate.vote", gate: "gate:2", round: 0, vote: "go" },
    ] as const) {
      expect(play.refusal(rm, command)).toMatchObject({ kind: "not_allowed_now", by: { type: "rollback.started" } });
    }
  });

  it("is not possible before the start, where a cancellation is", () => {
    const play = prepared();
    expect(play.refusal(ops, { type: "rollback.start" }).because).toBe("release-is");
    play.must(rm, { type: "release.cancel", reason: "not tonight" });
  });
});

describe("the rollback's procedure", () => {
  const rolling = () => {
    const play = shifting();
    play.must(ops, { type: "rollback.start" });
    return play;
  };
  const first = { type: "rollback.step", step: "rollback-step:1" } as const;
  const second = { type: "rollback.step", step: "rollback-step:2" } as const;

  it("is ticked by its steps' owners; steps without one are those of whoever may roll back", () => {
    const play = rolling();
    expect(play.refusal(dba, { ...first, outcome: "done" }).kind).toBe("forbidden");
    play.must(ops, { ...first, outcome: "done" });
    play.must(ops, { ...second, outcome: "done" });
    expect(play.refusal(rm, { ...first, outcome: "done" })).toMatchObject({
      kind: "already",
      by: { actor: { name: "ops" } },
    });
  });

  it("is complete with every step done or skipped, and says how long it took", () => {
    const play = rolling();
    play.must(ops, { ...first, outcome: "failed", reason: "nginx -t" });
    play.must(ops, { ...second, outcome: "skipped" });
    expect(play.refusal(rm, { type: "rollback.complete" }).unmet?.filter((one) => one.met === "unmet")).toMatchObject([
      { key: "steps:rollback-step:1", facts: { outcome: "failed" } },
    ]);
    play.pass(3);
    play.must(ops, { ...first, outcome: "done" });
    const [event] = play.must(rm, { type: "rollback.complete" });
    expect(event?.payload).toEqual({ failures: null, tookMs: 180_000 });
    expect(play.state().status).toBe("rolled_back");
  });

  it("may end with its failures named", () => {
    const play = rolling();
    expect(play.refusal(rm, { type: "rollback.complete", failures: " " }).kind).toBe("unmet");
    play.must(rm, { type: "rollback.complete", failures: "DDL stays" });
    expect(play.state().rollback.completed).toMatchObject({ failures: "DDL stays" });
  });

  it("is followed by what is left to do, and by notes, and by nothing else", () => {
    const play = rolling();
    play.must(rm, { type: "rollback.complete", failures: "none tried" });
    play.must(rm, { type: "followup.complete", followup: "followup:1", note: "pool too small" });
    expect(play.refusal(rm, { type: "followup.complete", followup: "followup:1" }).kind).toBe("already");
    play.must(dba, { type: "note.add", text: "thanks" });
    expect(play.refusal(rm, { type: "playbook.open", playbook: "playbook:1" }).because).toBe("release-is");
  });
});

describe("a planned rollback", () => {
  const plan = (play: ReturnType<typeof shifting>) =>
    play.must(rm, {
      type: "rollback.schedule",
      at: releaseTime(play.state().clock, play.now()) + 15 * 60_000,
      reason: "P1",
    });

  it("begins by itself when its time comes", () => {
    const play = soaking({ mode: "rehearsal", speed: 30 });
    plan(play);
    play.pass(14);
    expect(play.state()).toMatchObject({ status: "running", rollback: { status: "scheduled" } });
    play.pass(1);
    expect(play.state().status).toBe("rolling_back");
    expect(play.events().at(-1)).toMatchObject({ type: "rollback.started", actor: { kind: "system" } });
  });

  it("begins also while held", () => {
    const play = shifting();
    plan(play);
    play.must(dba, { type: "release.hold" });
    play.pass(15);
    expect(play.state().status).toBe("rolling_back");
  });

  it("can be taken back, and then does not come", () => {
    const play = shifting();
    plan(play);
    play.must(rm, { type: "rollback.unschedule" });
    play.pass(20);
    expect(play.state().status).toBe("running");
    expect(play.refusal(engine, { type: "rollback.due" }).because).toBe("nothing-scheduled");
  });

  it("lies ahead and has a reason", () => {
    const play = shifting();
    expect(play.refusal(rm, { type: "rollback.schedule", at: play.now(), reason: "P1" }).because).toBe(
      "time-not-ahead",
    );
    expect(play.refusal(rm, { type: "rollback.schedule", at: play.now() + 1, reason: "" }).kind).toBe("needs_reason");
  });
});

describe("the system", () => {
  it("rolls back only when armed", () => {
    const play = shifting();
    expect(play.refusal(engine, { type: "rollback.start", trigger: "trigger:1" }).because).toBe("rollback-not-armed");
    play.must(rm, { type: "rollback.arm" });
    expect(play.refusal(rm, { type: "rollback.arm" }).kind).toBe("already");
    play.must(engine, { type: "rollback.start", trigger: "trigger:1" });
    expect(play.state().rollback.started).toMatchObject({ trigger: "trigger:1", by: { kind: "system" } });
  });

  it("does nothing else that people do, and people nothing that is its own", () => {
    const play = shifting();
    expect(play.refusal(engine, { type: "release.hold" }).because).toBe("not-for-the-system");
    expect(play.refusal(engine, { type: "note.add", text: "hi" }).kind).toBe("forbidden");
    expect(play.refusal(rm, { type: "gate.expire", gate: "gate:1", round: 1 }).because).toBe("only-the-system");
  });

  it("reports a verdict once, as long as it is the same", () => {
    const play = shifting();
    const report = { type: "check.report", check: "check:1", verdict: "failed", sentence: "2 %" } as const;
    play.must(engine, report);
    expect(play.refusal(engine, report).kind).toBe("already");
    play.must(engine, { ...report, verdict: "passed", sentence: "0.1 %" });
  });
});
