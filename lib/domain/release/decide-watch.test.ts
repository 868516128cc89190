import { describe, expect, it } from "vitest";
import { DEFAULT_RUN } from "../plan/measure";
import type { Plan } from "../plan/plan";
import { BLIND_CALLS_AFTER_MS, CALL_ESCALATES_AFTER_MS } from "./call";
import { engine, type Play, playRelease } from "./fixtures/release-play";
import {
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
} from "./fixtures/small-night";
import { smallPlan } from "./fixtures/small-plan";
import { timersOf } from "./timers";

const failed = { type: "check.report", check: "check:1", verdict: "failed", sentence: "2 % of 900 requests" } as const;
const typesAfter = (play: Play, command: Parameters<Play["must"]>[1]) =>
  play.must(engine, command).map(({ type }) => type);

/** The share of the running shift is confirmed: half the traffic is on the new version. */
function withTraffic(play: Play): Play {
  play.must(ops, { type: "traffic.confirm", share: 50 });
  return play;
}

describe("a failed P0 check", () => {
  it("rolls back at once where that is armed, by the system and with its evidence in the event", () => {
    const play = withTraffic(shifting());
    play.must(rm, { type: "rollback.arm" });
    const [seen, started] = play.must(engine, failed);
    expect(seen?.type).toBe("check.verdict");
    expect(started).toMatchObject({
      type: "rollback.started",
      actor: { kind: "system" },
      payload: { trigger: "trigger:1", reason: "2 % of 900 requests", fromShare: 50 },
    });
    expect(play.state()).toMatchObject({ status: "rolling_back", calls: {} });
  });

  it("holds and calls for a decision where it is not armed, and never acts later", () => {
    const play = withTraffic(shifting());
    expect(typesAfter(play, failed)).toEqual(["check.verdict", "trigger.proposed", "call.raised", "release.held"]);
    play.pass(60);
    expect(play.state()).toMatchObject({ status: "held", rollback: { status: "none" } });
  });

  it("only calls while blind, armed or not", () => {
    const play = withTraffic(shifting());
    play.must(rm, { type: "rollback.arm" });
    play.must(engine, { type: "source.report", source: "main", seen: false });
    expect(typesAfter(play, failed)).toContain("call.raised");
    expect(play.state().status).toBe("held");
  });

  it("only calls while there is no traffic to take back", () => {
    const play = atFirstGate();
    play.must(rm, { type: "rollback.arm" });
    expect(typesAfter(play, failed)).toEqual(["check.verdict", "trigger.proposed", "call.raised", "release.held"]);
  });

  it("rolls back when it is measured anew in sight and armed, although it was proposed while blind", () => {
    const play = withTraffic(shifting());
    play.must(rm, { type: "rollback.arm" });
    play.must(engine, { type: "source.report", source: "main", seen: false });
    play.must(engine, failed);
    play.must(engine, { type: "source.report", source: "main", seen: true });
    play.must(engine, { ...failed, verdict: "inconclusive", sentence: "a fresh run" });
    expect(typesAfter(play, failed)).toEqual(["check.verdict", "rollback.started"]);
  });

  it("rolls back when it fails under traffic, although it failed before there was any, and was dismissed", () => {
    const play = atFirstGate();
    play.must(rm, { type: "rollback.arm" });
    play.must(engine, failed);
    play.must(rm, { type: "trigger.dismiss", trigger: "trigger:1", reason: "a load test" });
    play.must(rm, { type: "release.resume", ...fresh(play) });
    expect(play.refusal(engine, failed).because).toBe("verdict-already-known");
    decideGo(play, "gate:1");
    play.must(ops, { type: "stage.start", stage: "stage:3", ...fresh(play) });
    expect(typesAfter(withTraffic(play), failed)).toEqual(["check.verdict", "rollback.started"]);
  });

  it("calls once, however often it fails again", () => {
    const play = withTraffic(shifting());
    play.must(engine, failed);
    play.must(engine, { ...failed, verdict: "passed", sentence: "fine again" });
    expect(typesAfter(play, failed)).toEqual(["check.verdict"]);
  });

  it("proposes nothing before the release runs, and goes on being watched while held and observing", () => {
    expect(typesAfter(prepared(), failed)).toEqual(["check.verdict"]);
    const held = soaking();
    held.must(dba, { type: "release.hold" });
    expect(typesAfter(held, failed)).toEqual(["check.verdict", "trigger.proposed", "call.raised"]);
    expect(typesAfter(observing(), failed)).toContain("trigger.proposed");
  });
});

it("a failed P1 check calls and proposes, and neither holds nor rolls back, armed or not", () => {
  const plan: Plan = { ...smallPlan, triggers: smallPlan.triggers.map((one) => ({ ...one, level: "P1" as const })) };
  const play = playRelease(plan, { creator: rm, roles: { "role:dba": "dba", "role:ops": "ops" } });
  play.must(dba, { type: "item.sign", item: "item:1.1" });
  play.must(rm, { type: "release.start", ...fresh(play) });
  play.must(rm, { type: "rollback.arm" });
  expect(typesAfter(play, failed)).toEqual(["check.verdict", "trigger.proposed", "call.raised"]);
  expect(play.state().status).toBe("running");
});

it("a check under two triggers serves both, whatever their order: the worst decides what happens", () => {
  const [own] = smallPlan.triggers;
  if (own === undefined) throw new Error("The small plan has a trigger.");
  const triggers = [{ ...own, id: "trigger:2" as const, level: "P1" as const }, own];
  const play = playRelease(
    { ...smallPlan, triggers },
    { creator: rm, roles: { "role:dba": "dba", "role:ops": "ops" } },
  );
  play.must(dba, { type: "item.sign", item: "item:1.1" });
  play.must(rm, { type: "release.start", ...fresh(play) });
  play.must(engine, failed);
  expect(Object.keys(play.state().calls).toSorted()).toEqual(["call:trigger:1", "call:trigger:2"]);
  expect(play.state().status).toBe("held");
});

describe("a call", () => {
  const call = "call:trigger:1" as const;

  it("is taken by name, by anybody with a role, and then not escalated", () => {
    const play = withTraffic(shifting());
    play.must(engine, failed);
    play.must(dba, { type: "call.acknowledge", call });
    expect(play.refusal(ops, { type: "call.acknowledge", call })).toMatchObject({
      because: "call-already-acknowledged",
      by: { actor: { name: "dba" } },
    });
    expect(timersOf(play.plan, play.state()).filter(({ key }) => key.startsWith("call"))).toEqual([]);
  });

  it("is escalated two real minutes later when nobody takes it, also in a fast rehearsal", () => {
    const play = withTraffic(shifting({ mode: "rehearsal", speed: 60 }));
    play.must(engine, failed);
    const [due] = timersOf(play.plan, play.state()).filter(({ key }) => key.startsWith("call.escalate"));
    expect((due?.dueAt ?? 0) - (play.state().calls[call]?.at ?? 0)).toBe(CALL_ESCALATES_AFTER_MS);
    play.must(engine, { type: "call.escalate", call });
    expect(play.state().calls[call]?.escalated).not.toBeNull();
    expect(play.refusal(engine, { type: "call.escalate", call }).because).toBe("call-already-escalated");
  });

  it("is over when its trigger is dismissed", () => {
    const play = withTraffic(shifting());
    play.must(engine, failed);
    play.must(rm, { type: "trigger.dismiss", trigger: "trigger:1", reason: "a load test" });
    expect(play.state().calls).toEqual({});
    expect(play.refusal(engine, { type: "call.escalate", call }).because).toBe("call-is-over");
  });
});

describe("blindness", () => {
  const lost = { type: "source.report", source: "main", seen: false } as const;

  it("calls a person after a real minute and changes nothing else", () => {
    const play = soaking();
    play.must(engine, lost);
    const [due] = timersOf(play.plan, play.state()).filter(({ key }) => key.startsWith("call.raise"));
    expect(due?.dueAt).toBe((play.state().blind?.since ?? 0) + BLIND_CALLS_AFTER_MS);
    play.must(engine, { type: "call.raise", about: { kind: "source", source: "main" } });
    expect(Object.keys(play.state().calls)).toEqual(["call:source:main"]);
    expect(play.state()).toMatchObject({ status: "running", rollback: { status: "none" } });
  });

  it("ends with the source's return, and its call with it", () => {
    const play = soaking();
    play.must(engine, lost);
    play.must(engine, { type: "call.raise", about: { kind: "source", source: "main" } });
    play.must(engine, { ...lost, seen: true });
    expect(play.state()).toMatchObject({ blind: null, calls: {} });
    expect(play.refusal(engine, { ...lost, seen: true }).because).toBe("source-already-known");
    const late = { type: "call.raise", about: { kind: "source", source: "main" } } as const;
    expect(play.refusal(engine, late).because).toBe("call-is-over");
  });
});

describe("a signature whose probe turned false", () => {
  it("expires visibly, shuts the gate and calls its people, until it is signed anew", () => {
    const play = atFirstGate();
    const types = typesAfter(play, { type: "item.expire", item: "item:1.1", reason: "lag 340 ms" });
    expect(types).toEqual(["item.expired", "call.raised"]);
    expect(play.state().items["item:1.1"]).toMatchObject({ status: "open", expired: { reason: "lag 340 ms" } });
    play.must(dba, { type: "item.sign", item: "item:1.1" });
    expect(play.state().calls).toEqual({});
  });

  it("calls nobody when nobody can sign it anew", () => {
    const expire = { type: "item.expire", item: "item:1.1", reason: "lag 340 ms" } as const;
    expect(typesAfter(observing(), expire)).toEqual(["item.expired"]);
    const back = soaking();
    back.must(rm, { type: "rollback.start" });
    expect(typesAfter(back, expire)).toEqual(["item.expired"]);
  });

  it("can expire only where somebody signed", () => {
    const command = { type: "item.expire", item: "item:1.1", reason: "lag" } as const;
    expect(prepared().refusal(engine, command).because).toBe("item-not-signed");
  });
});

describe("what the judge says", () => {
  const says = { key: "judge.failed", values: { errors: 18, requests: 900 } };

  it("goes with the hold that follows from it, so that every reader is told in his own language", () => {
    const play = withTraffic(shifting());
    play.must(engine, { ...failed, says });
    expect(play.state().hold).toMatchObject({ reason: failed.sentence, says });
  });

  it("goes with the rollback that follows from it", () => {
    const play = withTraffic(shifting());
    play.must(rm, { type: "rollback.arm" });
    play.must(engine, { ...failed, says });
    expect(play.state().rollback.started).toMatchObject({ reason: failed.sentence, says });
  });

  it("goes with the signature that it belies", () => {
    const play = soaking();
    const [expired] = play.must(engine, { type: "item.expire", item: "item:1.1", reason: "lag 340 ms", says });
    expect(expired).toMatchObject({ payload: { reason: "lag 340 ms", says } });
  });
});

describe("the observed share", () => {
  it("that was looked for before the wanted one moved says nothing", () => {
    const play = withTraffic(shifting());
    const report = { type: "traffic.report", wanted: 5, observed: 5, inBand: true } as const;
    expect(play.refusal(engine, report)).toMatchObject({ because: "share-moved-on", facts: { wanted: 50 } });
  });

  it("is forgotten when the wanted one changes", () => {
    const play = withTraffic(shifting());
    play.must(engine, { type: "traffic.report", wanted: 50, observed: 49.6, inBand: true });
    expect(play.state().traffic).toMatchObject({ observed: 49.6, inBand: true });
    play.must(ops, { type: "traffic.confirm", share: 5 });
    expect(play.state().traffic).toMatchObject({ wanted: 5, observed: null, inBand: null });
  });
});

it("an alert is news when it fires, is silenced or clears, and is told once", () => {
  const play = soaking();
  const alert = { type: "alert.report", alert: "a1", name: "DiskFull", summary: "93 %", source: "main" } as const;
  play.must(engine, { ...alert, status: "silenced" });
  expect(play.state().alerts["a1"]?.status).toBe("silenced");
  play.must(engine, { ...alert, status: "firing" });
  expect(play.refusal(engine, { ...alert, status: "firing" }).because).toBe("alert-already-known");
  play.must(engine, { ...alert, status: "cleared" });
  expect(play.state().alerts).toEqual({});
});

describe("a fault", () => {
  const fault = { type: "fault.inject", fault: "canary_errors", percent: 1 } as const;

  it("is put into a rehearsal's shop and taken away again", () => {
    const play = soaking({ mode: "rehearsal", speed: 10 });
    play.must(rm, fault);
    expect(play.state().faults.canary_errors).toMatchObject({ percent: 1 });
    expect(play.refusal(rm, fault).because).toBe("fault-already-injected");
    play.must(rm, { ...fault, percent: 2 });
    play.must(rm, { type: "fault.clear", fault: "canary_errors" });
    expect(play.state().faults).toEqual({});
  });

  it("is never put into a live release", () => {
    expect(soaking().refusal(rm, fault).because).toBe("only-in-rehearsal");
  });
});

describe("a dismissed trigger", () => {
  const dismissed = () => {
    const play = withTraffic(shifting());
    play.must(engine, failed);
    play.must(rm, { type: "trigger.dismiss", trigger: "trigger:1", reason: "a load test" });
    return play;
  };

  it("is silent for ten minutes, and called for again when it still fails then", () => {
    const play = dismissed();
    expect(play.refusal(engine, failed).because).toBe("verdict-already-known");
    play.pass(9);
    expect(play.refusal(engine, failed).because).toBe("verdict-already-known");
    play.pass(2);
    expect(typesAfter(play, failed)).toEqual(["check.verdict", "trigger.proposed", "call.raised"]);
  });

  it("never acts by itself while what was dismissed goes on, armed or not", () => {
    const play = dismissed();
    play.must(rm, { type: "rollback.arm" });
    play.pass(11);
    expect(typesAfter(play, failed)).not.toContain("rollback.started");
  });

  it("acts on the next failure once it has passed", () => {
    const play = dismissed();
    play.must(rm, { type: "rollback.arm" });
    play.must(engine, { ...failed, verdict: "passed", sentence: "fine again" });
    expect(play.state().dismissed).toEqual({});
    expect(typesAfter(play, failed)).toContain("rollback.started");
  });
});

describe("arming", () => {
  it("is refused while a P0 stands failed, with the sentence that says what to do first", () => {
    const play = withTraffic(shifting());
    play.must(engine, failed);
    const refusal = play.refusal(rm, { type: "rollback.arm" });
    expect(refusal).toMatchObject({ because: "p0-stands-failed", facts: { trigger: "trigger:1" } });
    play.must(rm, { type: "trigger.dismiss", trigger: "trigger:1", reason: "a load test" });
    play.must(rm, { type: "rollback.arm" });
  });

  it("is allowed before the start, when there is nothing to take back; what fails then is called for once the release runs", () => {
    const play = prepared();
    play.must(engine, failed);
    play.must(rm, { type: "rollback.arm" });
    play.must(rm, { type: "release.start", override: "a test", ...fresh(play) });
    expect(typesAfter(play, failed)).toEqual(["check.verdict", "trigger.proposed", "call.raised", "release.held"]);
  });
});

it("a failure that was proposed while blind acts with the first look in sight, where that is armed", () => {
  const play = withTraffic(shifting());
  play.must(rm, { type: "rollback.arm" });
  play.must(engine, { type: "source.report", source: "main", seen: false });
  play.must(engine, failed);
  play.must(engine, { type: "source.report", source: "main", seen: true });
  expect(typesAfter(play, failed)).toContain("rollback.started");
});

describe("a check whose query errs while its source answers others", () => {
  const about = { kind: "check", check: "check:1" } as const;
  const erred = { ...failed, verdict: "errored", sentence: "parse error" } as const;

  it("is called for once, and the call ends with its next answer", () => {
    const play = withTraffic(shifting());
    expect(play.refusal(engine, { type: "call.raise", about }).because).toBe("call-is-over");
    play.must(engine, erred);
    play.must(engine, { type: "call.raise", about });
    expect(play.refusal(engine, { type: "call.raise", about }).because).toBe("call-already-raised");
    expect(play.state().calls).toHaveProperty(["call:check:1"]);
    play.must(engine, { ...failed, verdict: "inconclusive", sentence: "a fresh run" });
    expect(play.state().calls).toEqual({});
  });

  it("calls nobody before the release runs", () => {
    const play = prepared();
    play.must(engine, erred);
    expect(play.refusal(engine, { type: "call.raise", about }).because).toBe("call-is-over");
  });
});

describe("what is measured while a release is observed", () => {
  const [criterion] = smallPlan.criteria;
  const [window] = smallPlan.windows;
  if (criterion === undefined || window === undefined) throw new Error("The small plan has a criterion and a window.");
  const [row] = smallPlan.checks;
  if (row === undefined) throw new Error("The small plan has a check.");
  const measure = { ...DEFAULT_RUN, kind: "limit", query: "q", unit: "", pass: null, fail: null } as const;
  const plan: Plan = {
    ...smallPlan,
    checks: [...smallPlan.checks, { ...row, id: "check:own-1", name: "available", text: criterion.text, measure }],
    windows: smallPlan.windows.map((one) => ({ ...one, focus: ["available", "cost"] })),
  };
  const says = { key: "verdict.limit.passed", values: { value: "0.05 %" } };
  const watched = () => {
    const play = observing({ plan });
    const round = {
      roundAt: play.now(),
      verdicts: {},
      observedShare: null,
      wantedShare: 100,
      band: null,
      intervalMs: 15_000,
    };
    play.watch({ ...round, afterwards: [{ check: "check:own-1", verdict: "passed", says }] });
    return play;
  };

  it("is kept with the judgement of a criterion, which stays a person's", () => {
    const play = watched();
    play.must(rm, { type: "criterion.judge", criterion: criterion.id, met: false, evidence: "customers complain" });
    expect(play.state().criteria[criterion.id]).toMatchObject({
      met: false,
      measured: { check: "check:own-1", verdict: "passed", says },
    });
  });

  it("is kept with the completion of the window that looks at it", () => {
    const play = watched();
    play.must(rm, { type: "observation.complete", window: window.id, note: "early" });
    expect(play.state().windows[window.id]?.measured).toMatchObject([{ check: "check:own-1", verdict: "passed" }]);
  });
});
