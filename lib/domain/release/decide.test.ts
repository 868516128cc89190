import { describe, expect, it } from "vitest";
import { BECAUSE } from "./because";
import { everyCommand } from "./fixtures/every-command";
import { admin, atFirstGate, dba, deputy, fresh, ops, rm, shifting, soaking, started } from "./fixtures/small-night";
import { releaseTime } from "./time";

describe("a refusal gives the first reason in this order", () => {
  it("unknown before forbidden", () => {
    const play = started();
    expect(play.refusal(admin, { type: "item.sign", item: "item:9" }).kind).toBe("unknown_id");
  });

  it("forbidden before already", () => {
    const play = started();
    expect(play.refusal(admin, { type: "item.sign", item: "item:1.1" }).kind).toBe("forbidden");
  });

  it("already before the release's state: whoever is late learns who was first", () => {
    const play = shifting();
    play.must(ops, { type: "rollback.start" });
    expect(play.refusal(rm, { type: "rollback.start" }).kind).toBe("already");
    expect(play.refusal(ops, { type: "stage.stop", stage: "stage:3" }).kind).toBe("already");
  });

  it("not allowed now before stale", () => {
    const play = shifting();
    play.must(dba, { type: "release.hold" });
    expect(play.refusal(ops, { type: "stage.complete", stage: "stage:3", expectedSeq: 0 }).kind).toBe(
      "not_allowed_now",
    );
  });

  it("stale before a missing reason, and that before unmet conditions", () => {
    const play = atFirstGate();
    const override = { type: "gate.override", gate: "gate:1", round: 1, reason: "" } as const;
    expect(play.refusal(rm, { ...override, expectedSeq: 1 }).kind).toBe("stale");
    expect(play.refusal(rm, { ...override, ...fresh(play) }).kind).toBe("needs_reason");
    const go = { type: "gate.decide", gate: "gate:1", round: 1, decision: "go" } as const;
    expect(play.refusal(rm, { ...go, expectedSeq: 1 }).kind).toBe("stale");
    expect(play.refusal(rm, go).kind).toBe("invalid");
    expect(play.refusal(rm, { ...go, ...fresh(play) }).kind).toBe("unmet");
  });
});

describe("a stale screen", () => {
  it("may stop: hold, stop, NO-GO and rollback take no number", () => {
    const old = { expectedSeq: 0 };
    const play = shifting();
    expect(play.ask(dba, { type: "release.hold", ...old }).ok).toBe(true);
    expect(play.ask(ops, { type: "stage.stop", stage: "stage:3", ...old }).ok).toBe(true);
    expect(play.ask(ops, { type: "rollback.start", ...old }).ok).toBe(true);
    const gate = atFirstGate();
    expect(gate.ask(dba, { type: "gate.vote", gate: "gate:1", round: 1, vote: "no_go", ...old }).ok).toBe(true);
    expect(gate.ask(rm, { type: "gate.decide", gate: "gate:1", round: 1, decision: "no_go", ...old }).ok).toBe(true);
  });

  it("may not go: a GO vote, a start and a completion are stale", () => {
    const gate = atFirstGate();
    expect(gate.refusal(dba, { type: "gate.vote", gate: "gate:1", round: 1, vote: "go", expectedSeq: 1 }).kind).toBe(
      "stale",
    );
    const soak = soaking();
    expect(soak.refusal(ops, { type: "stage.complete", stage: "stage:4", expectedSeq: 1 }).kind).toBe("stale");
  });

  it("of a worse verdict is stale, of a better one is not", () => {
    const play = soaking();
    const seen = fresh(play);
    play.happen({ type: "check.verdict", payload: { check: "check:1", verdict: "failed", sentence: "2 %" } });
    play.pass(10);
    expect(play.refusal(ops, { type: "stage.complete", stage: "stage:4", ...seen }).kind).toBe("stale");
    const later = fresh(play);
    play.happen({ type: "check.verdict", payload: { check: "check:1", verdict: "passed", sentence: "fine" } });
    play.must(ops, { type: "stage.complete", stage: "stage:4", ...later });
  });

  it("cannot have seen what has not happened", () => {
    const play = shifting();
    expect(play.refusal(ops, { type: "stage.complete", stage: "stage:3", expectedSeq: 10_000 }).because).toBe(
      "seq-ahead",
    );
  });
});

describe("every refusal", () => {
  it("has a reason of the list, wherever the night stands", () => {
    const known = new Set<string>(BECAUSE);
    for (const reach of [started, atFirstGate, shifting, soaking]) {
      const play = reach();
      for (const command of everyCommand(play.plan, play.state(), releaseTime(play.state().clock, play.now()))) {
        for (const actor of [rm, dba, deputy, admin]) {
          const decision = play.ask(actor, command);
          if (!decision.ok) expect(known).toContain(decision.refusal.because);
        }
      }
    }
  });
});
