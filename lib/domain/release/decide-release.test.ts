import { describe, expect, it } from "vitest";
import { rosterPerson } from "./fixtures/release-play";
import {
  admin,
  atFirstGate,
  dba,
  decideGo,
  fresh,
  observing,
  ops,
  prepared,
  rm,
  shifting,
  soaking,
  started,
} from "./fixtures/small-night";

describe("a release starts", () => {
  it("only with its required items signed or waived; optional ones may stay open", () => {
    const play = prepared();
    const refusal = play.refusal(rm, { type: "release.start", ...fresh(play) });
    expect(refusal.unmet?.map((one) => one.key)).toEqual(["items:section:1"]);
    play.must(dba, { type: "item.sign", item: "item:1.1" });
    play.must(rm, { type: "release.start", ...fresh(play) });
    expect(play.state()).toMatchObject({ status: "running", started: { override: null, unmet: [] } });
  });

  it("only with somebody for each role that is needed, named in the refusal", () => {
    const play = prepared({ roles: { "role:dba": "dba" } });
    play.must(dba, { type: "item.sign", item: "item:1.1" });
    const refusal = play.refusal(rm, { type: "release.start", ...fresh(play) });
    expect(refusal.unmet?.map((one) => one.subject)).toEqual(["role:ops"]);
  });

  it("live only when approved; a rehearsal needs no approval", () => {
    const live = prepared({ approved: false });
    live.must(dba, { type: "item.sign", item: "item:1.1" });
    expect(live.refusal(rm, { type: "release.start", ...fresh(live) }).unmet?.[0]?.kind).toBe("approval");
    const rehearsal = prepared({ approved: false, mode: "rehearsal" });
    rehearsal.must(dba, { type: "item.sign", item: "item:1.1" });
    rehearsal.must(rm, { type: "release.start", ...fresh(rehearsal) });
  });

  it("against open conditions with a reason, which are then listed", () => {
    const play = prepared({ approved: false });
    expect(play.refusal(rm, { type: "release.start", override: " ", ...fresh(play) }).kind).toBe("needs_reason");
    const [event] = play.must(rm, { type: "release.start", override: "CTO on the phone", ...fresh(play) });
    expect(event?.payload).toEqual({ override: "CTO on the phone", unmet: ["items:section:1", "approval"] });
  });

  it("once: the second start learns who did", () => {
    const play = started();
    expect(play.refusal(rm, { type: "release.start", expectedSeq: 0 })).toMatchObject({
      kind: "already",
      by: { actor: { name: "rm" }, type: "release.started" },
    });
  });
});

describe("a hold", () => {
  it("is anybody's who has a role, without a reason, and raises the fence", () => {
    const play = shifting();
    expect(play.refusal(admin, { type: "release.hold" }).kind).toBe("forbidden");
    const epoch = play.state().epoch;
    play.must(dba, { type: "release.hold" });
    expect(play.state()).toMatchObject({ status: "held", epoch: epoch + 1, hold: { reason: null } });
  });

  it("when held answers since when and by whom", () => {
    const play = started();
    play.must(dba, { type: "release.hold" });
    expect(play.refusal(ops, { type: "release.hold" })).toMatchObject({
      kind: "already",
      because: "release-already-held",
      by: { actor: { name: "dba" }, type: "release.held" },
    });
  });

  it("ends by the manager's resume, who must have seen the last turn", () => {
    const play = shifting();
    play.must(dba, { type: "release.hold" });
    const seen = fresh(play);
    play.must(ops, { type: "stage.fail", stage: "stage:3", reason: "nginx -t" });
    expect(play.refusal(ops, { type: "release.resume", ...fresh(play) }).kind).toBe("forbidden");
    expect(play.refusal(rm, { type: "release.resume", ...seen }).kind).toBe("stale");
    play.must(rm, { type: "release.resume", ...fresh(play) });
    expect(play.state()).toMatchObject({ status: "running", hold: null });
  });

  it("of a rehearsal does not stop its clock, only its stopwatches", () => {
    const play = soaking({ mode: "rehearsal", speed: 60 });
    play.must(ops, { type: "release.hold" });
    play.pass(60);
    const [event] = play.must(rm, { type: "release.resume", ...fresh(play) });
    const held = play.events().find((one) => one.type === "release.held");
    expect((event?.releaseAt ?? 0) - (held?.releaseAt ?? 0)).toBe(60 * 60_000);
  });
});

describe("a cancellation", () => {
  it("is possible until the first shift has started, with a reason", () => {
    const play = atFirstGate();
    expect(play.refusal(rm, { type: "release.cancel", reason: "" }).kind).toBe("needs_reason");
    const later = shifting();
    expect(later.refusal(rm, { type: "release.cancel", reason: "late" })).toMatchObject({
      because: "first-shift-started",
      by: { actor: { name: "ops" }, type: "stage.started" },
    });
    play.must(rm, { type: "release.cancel", reason: "moved to Sunday" });
    expect(play.state()).toMatchObject({ status: "cancelled", ended: { reason: "moved to Sunday" } });
  });

  it("is the end: only notes are taken", () => {
    const play = prepared();
    play.must(rm, { type: "release.cancel", reason: "moved" });
    expect(play.refusal(dba, { type: "item.sign", item: "item:1.1" }).because).toBe("release-is");
    play.must(dba, { type: "note.add", text: "see you on Sunday" });
    expect(play.state().noteCount).toBe(1);
  });
});

describe("a hand-over at night", () => {
  it("makes the next manager from the next command on", () => {
    const play = started();
    play.must(rm, { type: "role.assign", role: "role:rm", person: rosterPerson("ops") });
    expect(play.refusal(rm, { type: "stage.skip", stage: "stage:1", reason: "x" }).kind).toBe("forbidden");
    const [event] = play.must(ops, { type: "stage.skip", stage: "stage:1", reason: "x" });
    expect(event?.actor).toMatchObject({ name: "ops", role: "role:rm" });
  });

  it("to the same people again is no event", () => {
    const play = started();
    const same = { type: "role.assign", role: "role:ops", person: rosterPerson("ops") } as const;
    expect(play.refusal(rm, same).kind).toBe("already");
  });
});

describe("completion", () => {
  it("needs every timed stage over and the completion gate on go", () => {
    const play = soaking();
    const refusal = play.refusal(rm, { type: "release.complete", ...fresh(play) });
    expect(refusal.unmet?.map((one) => one.kind)).toEqual(["stages", "gate", "soak"]);
  });

  it("stands on the facts of the gate still: not while blind, and not with a rollback proposed", () => {
    const play = soaking();
    play.pass(10);
    play.must(ops, { type: "stage.complete", stage: "stage:4", ...fresh(play) });
    decideGo(play, "gate:2");
    play.happen({ type: "source.lost", payload: { source: "main" } });
    play.happen({ type: "trigger.proposed", payload: { trigger: "trigger:1", evidence: "2 %" } });
    const refusal = play.refusal(rm, { type: "release.complete", ...fresh(play) });
    expect(refusal.unmet?.map((one) => one.kind)).toEqual(["source", "proposal"]);
  });

  it("begins the observing stage", () => {
    const play = observing();
    expect(play.state()).toMatchObject({ status: "observing", completed: { by: { name: "rm" } } });
    expect(play.state().stages["stage:5"]).toMatchObject({ status: "running", runs: 1 });
  });
});

describe("what follows completion", () => {
  it("completes a window early only with a note", () => {
    const play = observing();
    const complete = { type: "observation.complete", window: "window:1" } as const;
    expect(play.refusal(ops, complete)).toMatchObject({ kind: "needs_reason", because: "note-needed-early" });
    const [event] = play.must(ops, { ...complete, note: "quiet" });
    expect(event?.payload).toMatchObject({ early: true, note: "quiet" });
    expect(play.refusal(dba, complete).kind).toBe("already");
  });

  it("completes a window whose time is over without one", () => {
    const play = observing();
    play.pass(120);
    const [event] = play.must(ops, { type: "observation.complete", window: "window:1" });
    expect(event?.payload).toMatchObject({ early: false, note: null });
  });

  it("closes when windows are complete and criteria judged, or with a reason", () => {
    const play = observing();
    expect(play.refusal(rm, { type: "release.close" }).unmet?.map((one) => one.kind)).toEqual(["window", "criterion"]);
    play.must(rm, { type: "observation.complete", window: "window:1", note: "quiet" });
    play.must(rm, { type: "criterion.judge", criterion: "criterion:1", met: false, evidence: "99.8 %" });
    play.must(rm, { type: "criterion.judge", criterion: "criterion:1", met: true, evidence: "99.95 %" });
    play.must(rm, { type: "release.close" });
    expect(play.state().stages["stage:5"]?.status).toBe("completed");
    const other = observing();
    other.must(rm, { type: "release.close", reason: "customer calls" });
    expect(other.state().status).toBe("closed");
  });
});

describe("a playbook", () => {
  it("is opened by anybody with a role, ticked and closed with its outcome", () => {
    const play = started();
    play.must(dba, { type: "playbook.open", playbook: "playbook:1" });
    expect(play.refusal(ops, { type: "playbook.open", playbook: "playbook:1" })).toMatchObject({
      kind: "already",
      by: { actor: { name: "dba" } },
    });
    const step = { type: "playbook.step", playbook: "playbook:1", run: 1, step: "playbook-step:1.1" } as const;
    play.must(ops, step);
    expect(play.refusal(dba, step).kind).toBe("already");
    play.must(dba, { type: "playbook.close", playbook: "playbook:1", run: 1, outcome: "slave1 is primary" });
    expect(play.refusal(ops, step).because).toBe("playbook-already-closed");
    const [event] = play.must(dba, { type: "playbook.open", playbook: "playbook:1" });
    expect(event?.payload).toEqual({ playbook: "playbook:1", run: 2 });
  });
});
