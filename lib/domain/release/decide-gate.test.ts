import { describe, expect, it } from "vitest";
import { rosterPerson } from "./fixtures/release-play";
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
  voteGo,
} from "./fixtures/small-night";
import { gateConditions } from "./gate-conditions";

const go = { type: "gate.decide", gate: "gate:1", round: 1, decision: "go" } as const;
const noGo = { type: "gate.decide", gate: "gate:1", round: 1, decision: "no_go" } as const;
const voteNoGo = { type: "gate.vote", gate: "gate:1", round: 1, vote: "no_go" } as const;

describe("a gate's votes", () => {
  it("count from the moment that the stage before it starts, not earlier", () => {
    const play = started();
    expect(play.refusal(dba, voteNoGo)).toMatchObject({ kind: "not_allowed_now", because: "gate-shut" });
    play.must(rm, { type: "stage.skip", stage: "stage:1", reason: "alone" });
    play.must(dba, { type: "stage.start", stage: "stage:2", ...fresh(play) });
    expect(play.state().gates["gate:1"]).toMatchObject({ status: "voting", round: 1 });
    play.must(dba, voteNoGo);
  });

  it("also count when the stage before it is skipped", () => {
    const play = started();
    play.must(rm, { type: "stage.skip", stage: "stage:2", reason: "done by night" });
    expect(play.state().gates["gate:1"]?.status).toBe("voting");
  });

  it("replace the earlier vote of the role, and the same again answers who cast it", () => {
    const play = atFirstGate();
    play.must(dba, { ...voteNoGo });
    play.must(dba, { ...voteNoGo, vote: "go" });
    expect(play.state().gates["gate:1"]?.votes["role:dba"]?.vote).toBe("go");
    expect(play.refusal(dba, { ...voteNoGo, vote: "go" })).toMatchObject({
      kind: "already",
      because: "vote-already-cast",
      by: { actor: { name: "dba" }, type: "vote.cast" },
    });
  });

  it("need no reason for a NO-GO, and take it afterwards", () => {
    const play = atFirstGate();
    play.must(dba, voteNoGo);
    play.must(dba, { ...voteNoGo, reason: "replica lags" });
    expect(play.state().gates["gate:1"]?.votes["role:dba"]).toMatchObject({ vote: "no_go", reason: "replica lags" });
  });

  it("block the go while a NO-GO stands, until it is withdrawn", () => {
    const play = atFirstGate();
    voteGo(play, "gate:1");
    play.must(dba, voteNoGo);
    const refusal = play.refusal(rm, { ...go, ...fresh(play) });
    expect(refusal.unmet?.map((one) => one.key)).toEqual(["votes:role:dba", "no_go"]);
    expect(refusal.unmet?.[1]?.by).toMatchObject({ name: "dba" });
    play.must(dba, { type: "gate.withdraw", gate: "gate:1", round: 1 });
    play.must(dba, { ...voteNoGo, vote: "go" });
    play.must(rm, { ...go, ...fresh(play) });
  });

  it("are withdrawn by the role's successor, and by nobody else", () => {
    const play = atFirstGate();
    play.must(dba, voteNoGo);
    expect(play.refusal(ops, { type: "gate.withdraw", gate: "gate:1", round: 1 }).because).toBe("no-vote-to-withdraw");
    play.must(rm, { type: "role.assign", role: "role:dba", person: rosterPerson("nightdba") });
    const successor = { kind: "person", person: "person-nightdba", name: "nightdba", permissions: [] } as const;
    const [event] = play.must({ ...successor, permissions: [] }, { type: "gate.withdraw", gate: "gate:1", round: 1 });
    expect(event).toMatchObject({ type: "vote.withdrawn", payload: { role: "role:dba" }, actor: { name: "nightdba" } });
  });

  it("may be cast by a substitute, who is marked", () => {
    const play = atFirstGate();
    const [event] = play.must(deputy, { ...voteNoGo, vote: "go" });
    expect(event?.actor).toMatchObject({ role: "role:dba", substitute: true });
  });

  it("are refused from somebody without a vote, and from an administrator", () => {
    const play = atFirstGate();
    expect(play.refusal(admin, voteNoGo).kind).toBe("forbidden");
  });
});

describe("a gate's decision", () => {
  it("is one a round: the second learns who decided what and when", () => {
    const play = atFirstGate();
    decideGo(play, "gate:1");
    const decidedAt = play.state().gates["gate:1"]?.decision?.at;
    expect(play.refusal(rm, noGo)).toEqual({
      kind: "already",
      because: "gate-already-decided",
      facts: { gate: "gate:1", round: 1, outcome: "go" },
      by: { actor: expect.objectContaining({ name: "rm" }), at: decidedAt, type: "gate.decided" },
    });
    expect(play.refusal(dba, voteNoGo).because).toBe("gate-already-decided");
  });

  it("still names who ended round 1 when round 2 is open", () => {
    const play = atFirstGate();
    play.must(rm, noGo);
    play.must(rm, { type: "gate.reopen", gate: "gate:1" });
    expect(play.refusal(rm, { ...go, ...fresh(play) })).toMatchObject({ kind: "already", facts: { outcome: "no_go" } });
    expect(play.state().gates["gate:1"]).toMatchObject({ status: "voting", round: 2, votes: {}, decision: null });
  });

  it("refuses a round that is not open yet", () => {
    const play = atFirstGate();
    expect(play.refusal(rm, { ...noGo, round: 7 })).toMatchObject({ kind: "invalid", because: "round-not-open" });
  });

  it("needs the number that its author saw, for a go only", () => {
    const play = atFirstGate();
    voteGo(play, "gate:1");
    expect(play.refusal(rm, go)).toMatchObject({ kind: "invalid", because: "seq-missing" });
    play.must(rm, noGo);
  });

  it("is stale when the world turned against the go, and names what did", () => {
    const play = atFirstGate();
    voteGo(play, "gate:1");
    const seen = fresh(play);
    play.must(dba, { type: "item.revoke", item: "item:1.1", reason: "restore failed" });
    expect(play.refusal(rm, { ...go, ...seen })).toMatchObject({
      kind: "stale",
      facts: { type: "item.revoked" },
      by: { actor: { name: "dba" } },
    });
  });

  it("is not stale for a note or somebody's GO", () => {
    const play = atFirstGate();
    play.must(rm, { ...voteNoGo, vote: "go" });
    const seen = fresh(play);
    play.must(dba, { ...voteNoGo, vote: "go" });
    play.must(ops, { ...voteNoGo, vote: "go" });
    play.must(ops, { type: "note.add", text: "all quiet" });
    play.must(rm, { ...go, ...seen });
  });

  it("lists every unmet condition with its owner", () => {
    const play = started();
    play.must(rm, { type: "stage.skip", stage: "stage:1", reason: "alone" });
    play.must(dba, { type: "stage.start", stage: "stage:2", ...fresh(play) });
    play.must(dba, { type: "item.revoke", item: "item:1.1", reason: "again" });
    const unmet = play.refusal(rm, { ...go, ...fresh(play) }).unmet ?? [];
    expect(unmet.map(({ key, owners }) => [key, owners])).toEqual([
      ["items:section:1", ["role:dba"]],
      ["stages", ["role:dba"]],
      ["votes:role:rm", ["role:rm"]],
      ["votes:role:dba", ["role:dba"]],
      ["votes:role:ops", ["role:ops"]],
    ]);
  });

  it("with no_go holds the release, or begins the rollback", () => {
    const held = atFirstGate();
    expect(held.must(rm, noGo).map((event) => event.type)).toEqual(["gate.decided", "release.held"]);
    expect(held.state().status).toBe("held");
    const rolled = atFirstGate();
    expect(rolled.must(rm, { ...noGo, then: "rollback" }).map((event) => event.type)).toEqual([
      "gate.decided",
      "rollback.started",
    ]);
    expect(rolled.state().status).toBe("rolling_back");
  });

  it("takes no `then` with a go", () => {
    const play = atFirstGate();
    voteGo(play, "gate:1");
    expect(play.refusal(rm, { ...go, then: "hold", ...fresh(play) }).because).toBe("then-with-go");
  });
});

describe("checks at a gate", () => {
  const second = { type: "gate.decide", gate: "gate:2", round: 1, decision: "go" } as const;
  const round = { observedShare: 50, wantedShare: 50, band: null, intervalMs: 15_000 } as const;
  const atSecondGate = () => {
    const play = soaking();
    play.pass(10);
    play.must(ops, { type: "stage.complete", stage: "stage:4", ...fresh(play) });
    voteGo(play, "gate:2");
    return play;
  };

  it("are grey where nothing watches: listed in the decision, never counted as passed", () => {
    const play = atSecondGate();
    const [event] = play.must(rm, { ...second, ...fresh(play) });
    expect(event).toMatchObject({ payload: { notWatched: ["check:check:1", "source", "band"], evidence: null } });
  });

  it.each(["failed", "inconclusive", "errored", "no_data"] as const)("refuse the go when %s", (verdict) => {
    const play = atSecondGate();
    play.watch({ ...round, roundAt: play.now(), verdicts: { "check:1": verdict } });
    expect(play.refusal(rm, { ...second, ...fresh(play) }).unmet?.map((one) => one.facts["verdict"])).toEqual([
      verdict,
    ]);
  });

  it("refuse the go when their round is older than two, or lacks them", () => {
    const play = atSecondGate();
    const passed = { ...round, verdicts: { "check:1": "passed" } } as const;
    play.watch({ ...passed, roundAt: play.now() - 30_001 });
    expect(play.refusal(rm, { ...second, ...fresh(play) }).unmet?.[0]?.facts["verdict"]).toBe("stale");
    play.watch({ ...passed, verdicts: {}, roundAt: play.now() });
    expect(play.refusal(rm, { ...second, ...fresh(play) }).unmet?.[0]?.facts["verdict"]).toBe("no_data");
    play.watch({ ...passed, roundAt: play.now() - 30_000 });
    play.must(rm, { ...second, ...fresh(play) });
  });

  it("refuse the go when they passed in different rounds, and when the round in which they all passed is older than two", () => {
    const play = atSecondGate();
    const passed = { ...round, verdicts: { "check:1": "passed" } } as const;
    const seen = (ageMs: number, ...names: "check:1"[]) => {
      const together = { at: play.now() - ageMs, passed: names, everyMs: 60_000 };
      play.watch({ ...passed, roundAt: play.now(), together });
    };
    seen(0);
    expect(play.refusal(rm, { ...second, ...fresh(play) }).unmet?.map(({ key }) => key)).toEqual(["check:check:1"]);
    seen(120_001, "check:1");
    expect(play.refusal(rm, { ...second, ...fresh(play) }).unmet?.map(({ key }) => key)).toEqual(["check:check:1"]);
    seen(120_000, "check:1");
    play.must(rm, { ...second, ...fresh(play) });
  });

  it("refuse the go when they were measured under another share", () => {
    const play = atSecondGate();
    const passed = { ...round, verdicts: { "check:1": "passed" } } as const;
    play.watch({ ...passed, wantedShare: 5, roundAt: play.now() });
    expect(play.refusal(rm, { ...second, ...fresh(play) }).unmet?.[0]?.facts["verdict"]).toBe("stale");
  });

  it("refuse the go while blind, and while a proposal to roll back is open", () => {
    const play = atSecondGate();
    play.happen({ type: "source.lost", payload: { source: "prometheus" } });
    play.happen({ type: "trigger.proposed", payload: { trigger: "trigger:1", evidence: "2 %" } });
    const unmet = play.refusal(rm, { ...second, ...fresh(play) }).unmet?.map((one) => one.kind);
    expect(unmet).toEqual(["source", "proposal"]);
    play.happen({ type: "source.found", payload: { source: "prometheus" } });
    play.must(rm, { type: "trigger.dismiss", trigger: "trigger:1", reason: "old errors" });
    play.must(rm, { ...second, ...fresh(play) });
  });
});

describe("an override", () => {
  const override = { type: "gate.override", gate: "gate:1", round: 1, reason: "must go" } as const;

  it("goes against unmet conditions and lists them", () => {
    const play = atFirstGate();
    const [event] = play.must(rm, { ...override, ...fresh(play) });
    expect(event).toMatchObject({
      type: "gate.overridden",
      payload: { unmet: ["votes:role:rm", "votes:role:dba", "votes:role:ops"] },
    });
    play.must(ops, { type: "stage.start", stage: "stage:3", ...fresh(play) });
  });

  it("needs a reason, and something to go against", () => {
    const play = atFirstGate();
    expect(play.refusal(rm, { ...override, reason: "  ", ...fresh(play) }).kind).toBe("needs_reason");
    voteGo(play, "gate:1");
    expect(play.refusal(rm, { ...override, ...fresh(play) }).because).toBe("nothing-to-override");
  });

  it("passes a skipped observation, which nothing else does", () => {
    const play = soaking();
    play.must(ops, { type: "stage.fail", stage: "stage:4", reason: "no screen" });
    play.must(rm, { type: "stage.skip", stage: "stage:4", reason: "no screen" });
    voteGo(play, "gate:2");
    const refusal = play.refusal(rm, { type: "gate.decide", gate: "gate:2", round: 1, decision: "go", ...fresh(play) });
    expect(refusal.unmet?.map((one) => one.kind)).toEqual(["soak"]);
  });

  it("waits for a second person where the plan wants four eyes", () => {
    const play = soaking();
    const wish = { ...override, gate: "gate:2" } as const;
    expect(play.must(rm, { ...wish, ...fresh(play) })[0]?.type).toBe("override.requested");
    expect(play.state().gates["gate:2"]?.status).toBe("voting");
    expect(play.refusal(rm, { ...wish, ...fresh(play) })).toMatchObject({ because: "override-already-requested" });
    const confirm = { type: "gate.confirm", gate: "gate:2", round: 1 } as const;
    expect(play.refusal(rm, confirm)).toMatchObject({ kind: "needs_second_person", by: { actor: { name: "rm" } } });
    const [event] = play.must(ops, confirm);
    expect(event).toMatchObject({ type: "gate.overridden", actor: { name: "ops" }, payload: { reason: "must go" } });
  });
});

describe("a second person's confirmation", () => {
  const wish = { type: "gate.override", gate: "gate:2", round: 1, reason: "must go" } as const;
  const confirm = { type: "gate.confirm", gate: "gate:2", round: 1 } as const;

  /** Somebody asked for an override, a voter looked at it, and then a NO-GO was cast. */
  function overtaken() {
    const play = soaking();
    play.must(rm, { ...wish, ...fresh(play) });
    const seen = fresh(play);
    play.pass(1);
    play.must(dba, { type: "gate.vote", gate: "gate:2", round: 1, vote: "no_go" });
    return { play, seen };
  }

  it("is a GO: it is stale when the world has turned against it since", () => {
    const { play, seen } = overtaken();
    expect(play.refusal(ops, { ...confirm, ...seen })).toMatchObject({ kind: "stale", by: { actor: { name: "dba" } } });
    expect(play.must(ops, { ...confirm, ...fresh(play) })[0]?.type).toBe("gate.overridden");
  });

  it("agrees to the world as it was asked for when it does not say what it saw", () => {
    const { play } = overtaken();
    expect(play.refusal(ops, confirm)).toMatchObject({ kind: "stale", facts: { type: "vote.cast" } });
  });

  it("does not age by a note or a GO", () => {
    const play = soaking();
    play.must(rm, { ...wish, ...fresh(play) });
    const seen = fresh(play);
    play.pass(1);
    play.must(dba, { type: "note.add", text: "quiet" });
    play.must(dba, { type: "gate.vote", gate: "gate:2", round: 1, vote: "go" });
    expect(play.must(ops, { ...confirm, ...seen })[0]?.type).toBe("gate.overridden");
  });
});

describe("a gate's time", () => {
  it("runs out half an hour after the stage before it ended, and holds", () => {
    const play = atFirstGate();
    play.pass(29);
    expect(play.state().gates["gate:1"]?.status).toBe("voting");
    play.pass(1);
    expect(play.state()).toMatchObject({ status: "held" });
    expect(play.state().gates["gate:1"]?.status).toBe("expired");
    expect(play.events().at(-1)).toMatchObject({ type: "release.held", actor: { kind: "system" } });
  });

  it("counts from the end of the soak where there is one", () => {
    const play = soaking();
    play.pass(39);
    expect(play.state().gates["gate:2"]?.status).toBe("voting");
    play.pass(1);
    expect(play.state().gates["gate:2"]?.status).toBe("expired");
  });

  it("goes on counting when the observation is completed late", () => {
    const play = soaking();
    play.pass(30);
    play.must(ops, { type: "stage.complete", stage: "stage:4", ...fresh(play) });
    play.pass(9);
    expect(play.state().gates["gate:2"]?.status).toBe("voting");
    play.pass(1);
    expect(play.state().gates["gate:2"]?.status).toBe("expired");
  });

  it("stands still while held and while blind", () => {
    const play = atFirstGate();
    play.pass(20);
    play.must(ops, { type: "release.hold" });
    play.pass(120);
    play.must(rm, { type: "release.resume", ...fresh(play) });
    play.happen({ type: "source.lost", payload: { source: "p" } });
    play.pass(120);
    play.happen({ type: "source.found", payload: { source: "p" } });
    play.pass(9);
    expect(play.state().gates["gate:1"]?.status).toBe("voting");
    play.pass(1);
    expect(play.state().gates["gate:1"]?.status).toBe("expired");
  });

  it("starts anew with a new round", () => {
    const play = soaking();
    play.pass(40);
    play.must(rm, { type: "release.resume", ...fresh(play) });
    play.must(rm, { type: "gate.reopen", gate: "gate:2" });
    play.pass(29);
    expect(play.state().gates["gate:2"]?.status).toBe("voting");
    play.pass(1);
    expect(play.state().gates["gate:2"]?.status).toBe("expired");
  });

  it("lets a go lapse when its shift has not started in time, and refuses the start", () => {
    const play = atFirstGate();
    decideGo(play, "gate:1");
    play.pass(30);
    expect(play.state().gates["gate:1"]?.status).toBe("lapsed");
    const refusal = play.refusal(ops, { type: "stage.start", stage: "stage:3", ...fresh(play) });
    expect(refusal.unmet?.map((one) => [one.kind, one.facts["standing"]])).toEqual([["gate", "lapsed"]]);
    play.must(rm, { type: "gate.reopen", gate: "gate:1" });
  });

  it("does not lapse once the shift has started, also not for its retry", () => {
    const play = shifting();
    play.must(ops, { type: "stage.stop", stage: "stage:3" });
    play.pass(90);
    play.must(ops, { type: "stage.retry", stage: "stage:3", ...fresh(play) });
    expect(play.state().stages["stage:3"]?.runs).toBe(2);
  });
});

describe("a gate's conditions", () => {
  it("are empty for a gate of another plan", () => {
    const play = prepared();
    const context = { plan: play.plan, state: play.state(), now: play.now(), evidence: null };
    expect(gateConditions(context, "gate:none")).toEqual([]);
  });

  it("say how long the soak still takes", () => {
    const play = soaking();
    play.pass(4);
    const context = { plan: play.plan, state: play.state(), now: play.now(), evidence: null };
    const soak = gateConditions(context, "gate:2").find((one) => one.kind === "soak");
    expect(soak).toMatchObject({ met: "unmet", remainingMs: 6 * 60_000 });
  });
});
