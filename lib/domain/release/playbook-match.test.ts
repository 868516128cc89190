import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Plan } from "../plan/plan";
import type { PlaybookMatcher } from "../plan/playbook-matcher";
import { matchersOf, playbookOwners } from "../plan/playbook-matchers";
import { describeEvent } from "./describe";
import { newest, take } from "./fixtures/bound-night";
import { boundPlan } from "./fixtures/bound-plan";
import { engine, type Play } from "./fixtures/release-play";
import { atFirstGate, dba, rm, shifting, soaking } from "./fixtures/small-night";
import { smallPlan } from "./fixtures/small-plan";
import { standingMatches } from "./playbook-standing";

const sample: Plan = JSON.parse(readFileSync(new URL("../../plan-text/sample.golden.json", import.meta.url), "utf8"));
const id = "playbook:1";

function raisedBy(...matchers: PlaybookMatcher[]): Plan {
  return { ...smallPlan, playbooks: smallPlan.playbooks.map((playbook) => ({ ...playbook, matchers })) };
}

const byCheck = raisedBy({ kind: "check", check: "check:1" });
const byAlert = raisedBy({ kind: "alert", name: "DiskFull" });

function report(play: Play, verdict: "failed" | "passed"): void {
  play.must(engine, { type: "check.report", check: "check:1", verdict, sentence: verdict });
}

const alert = { type: "alert.report", alert: "main:1", name: "diskfull", summary: "93 %", source: "main" } as const;
const cards = (play: Play) => standingMatches(play.plan, play.state()).map(({ playbook }) => playbook.id);
const risen = (play: Play) => play.events().filter(({ type }) => type === "playbook.matched").length;

describe("a playbook with a check", () => {
  it("rises when the check fails, says what for, and that it is gone, until it is there again", () => {
    const play = soaking({ plan: byCheck });
    report(play, "failed");
    expect(cards(play)).toEqual([id]);
    const event = play.events().find(({ type }) => type === "playbook.matched");
    expect(event === undefined ? null : describeEvent(play.plan, event)).toMatchObject({
      key: "event.playbook.matched.check",
      values: { playbook: "Primary down", cause: "errors" },
    });
    report(play, "passed");
    expect(play.state().matches[id]).toMatchObject({ ended: null, gone: { by: { name: "holdpoint" } } });
    const since = play.state().matches[id]?.at;
    play.pass(1);
    report(play, "failed");
    expect([risen(play), cards(play)]).toEqual([2, [id]]);
    expect(play.state().matches[id]).toMatchObject({ at: since, ended: null, gone: null });
  });

  it("is put away by a person with a reason, and rises again only after it had passed", () => {
    const play = soaking({ plan: byCheck });
    report(play, "failed");
    expect(play.refusal(dba, { type: "playbook.dismiss", playbook: id, reason: " " }).kind).toBe("needs_reason");
    play.must(dba, { type: "playbook.dismiss", playbook: id, reason: "known" });
    expect(cards(play)).toEqual([]);
    expect(play.refusal(dba, { type: "playbook.dismiss", playbook: id, reason: "x" }).because).toBe(
      "playbook-not-risen",
    );
    play.must(engine, { type: "check.report", check: "check:1", verdict: "inconclusive", sentence: "" });
    report(play, "failed");
    expect(risen(play)).toBe(1);
    report(play, "passed");
    report(play, "failed");
    expect([risen(play), cards(play)]).toEqual([2, [id]]);
  });

  it("ends with the run that somebody closes, and keeps what came of it", () => {
    const play = soaking({ plan: byCheck });
    report(play, "failed");
    play.must(dba, { type: "playbook.open", playbook: id });
    expect(cards(play)).toEqual([id]);
    play.must(dba, { type: "playbook.close", playbook: id, run: 1, outcome: "failed over" });
    expect([cards(play), play.state().matches[id]?.ended]).toMatchObject([[], { reason: "failed over" }]);
  });

  it("stays quiet about a check that passes or cannot tell", () => {
    const play = soaking({ plan: byCheck });
    play.must(engine, { type: "check.report", check: "check:1", verdict: "no_data", sentence: "" });
    report(play, "passed");
    expect(risen(play)).toBe(0);
  });

  it("stands beside the rollback that the same failure begins, and falls with the release's end", () => {
    const play = soaking({ plan: byCheck });
    play.must(rm, { type: "rollback.arm" });
    report(play, "failed");
    expect([play.state().status, cards(play)]).toEqual(["rolling_back", [id]]);
    play.must(rm, { type: "rollback.complete", failures: "by hand" });
    expect(cards(play)).toEqual([]);
  });
});

describe("a playbook with an alert", () => {
  it("rises by the alert's name, whatever its case, not by a silenced one, nor by another", () => {
    const play = soaking({ plan: byAlert });
    play.must(engine, { ...alert, status: "silenced" });
    play.must(engine, { ...alert, alert: "main:2", name: "DiskSlow", status: "firing" });
    expect(risen(play)).toBe(0);
    play.must(engine, { ...alert, status: "firing" });
    expect(cards(play)).toEqual([id]);
    play.must(engine, { ...alert, status: "cleared" });
    expect(play.state().matches[id]?.gone).not.toBeNull();
  });
});

describe("a playbook with a check and an alert", () => {
  const byBoth = raisedBy({ kind: "check", check: "check:1" }, { kind: "alert", name: "DiskFull" });
  const cause = (play: Play) => play.state().matches[id]?.cause.kind;

  it("keeps standing for the cause that is left, from when it rose, and says so", () => {
    const play = soaking({ plan: byBoth });
    report(play, "failed");
    const since = play.state().matches[id]?.at;
    play.pass(1);
    play.must(engine, { ...alert, status: "firing" });
    expect(cause(play)).toBe("check");
    report(play, "passed");
    expect(play.state().matches[id]).toMatchObject({ at: since, cause: { kind: "alert" }, gone: null, ended: null });
    report(play, "failed");
    play.must(engine, { ...alert, status: "cleared" });
    expect(play.state().matches[id]).toMatchObject({ cause: { kind: "check" }, gone: null });
    report(play, "passed");
    expect(play.state().matches[id]?.gone).not.toBeNull();
  });

  it("does not say that it is gone when the other cause comes after the first was over", () => {
    const play = soaking({ plan: byBoth });
    report(play, "failed");
    report(play, "passed");
    play.must(engine, { ...alert, status: "firing" });
    expect(play.state().matches[id]).toMatchObject({ cause: { kind: "alert" }, gone: null, ended: null });
  });

  it("does not stand for what somebody has put away, nor for what is silenced or no longer there", () => {
    const play = soaking({ plan: byBoth });
    play.must(engine, { ...alert, status: "firing" });
    play.must(dba, { type: "playbook.dismiss", playbook: id, reason: "known" });
    report(play, "failed");
    play.must(engine, { ...alert, alert: "main:2", status: "silenced" });
    report(play, "passed");
    expect(cause(play)).toBe("check");
    expect(play.state().matches[id]?.gone).not.toBeNull();
  });
});

describe("a playbook with words in an output", () => {
  const plan = boundPlan(raisedBy({ kind: "output", pattern: "refused" }));

  it("rises once for a job, and for another job again when it was put away", () => {
    const play = shifting({ plan });
    const job = take(play);
    const match = { type: "playbook.match", job, pattern: "refused" } as const;
    play.must(engine, match);
    expect(play.refusal(engine, match).because).toBe("playbook-already-risen");
    play.must(dba, { type: "playbook.dismiss", playbook: id, reason: "only a retry" });
    expect(play.refusal(engine, match).because).toBe("playbook-already-risen");
    play.must(rm, { type: "rollback.start" });
    play.must(engine, { ...match, job: newest(play) });
    expect([risen(play), cards(play)]).toEqual([2, [id]]);
  });

  it("stays put away for each of its causes, not only for the last", () => {
    const both = boundPlan(raisedBy({ kind: "output", pattern: "refused" }, { kind: "check", check: "check:1" }));
    const play = shifting({ plan: both });
    const match = { type: "playbook.match", job: take(play), pattern: "refused" } as const;
    const putAway = () => play.must(dba, { type: "playbook.dismiss", playbook: id, reason: "known" });
    report(play, "failed");
    putAway();
    play.must(engine, match);
    putAway();
    play.must(engine, { type: "check.report", check: "check:1", verdict: "inconclusive", sentence: "" });
    report(play, "failed");
    expect(play.refusal(engine, match).because).toBe("playbook-already-risen");
    expect([risen(play), cards(play)]).toEqual([2, []]);
    report(play, "passed");
    report(play, "failed");
    expect([risen(play), cards(play)]).toEqual([3, [id]]);
    putAway();
    expect(play.refusal(engine, match).because).toBe("playbook-already-risen");
  });

  it("is for the system alone, and not for words that no playbook waits for", () => {
    const play = atFirstGate({ plan });
    expect(play.refusal(rm, { type: "playbook.match", job: "job:1", pattern: "refused" }).kind).toBe("unknown_id");
    const going = shifting({ plan });
    const job = take(going);
    expect(going.refusal(rm, { type: "playbook.match", job, pattern: "refused" }).kind).toBe("forbidden");
    expect(going.refusal(engine, { type: "playbook.match", job, pattern: "other" }).kind).toBe("already");
  });
});

describe("what a plan without matchers is raised by", () => {
  it("is the error message that a symptom quotes, and nothing that it does not say", () => {
    expect(sample.playbooks.map((playbook) => matchersOf(sample, playbook))).toEqual([
      [{ kind: "output", pattern: "Connection refused" }],
      [{ kind: "output", pattern: "READONLY You can't write against a read only replica" }],
      [],
    ]);
  });

  it("is a check that the symptom names", () => {
    const playbooks = smallPlan.playbooks.map((one) => ({ ...one, symptom: "many errors" }));
    expect(playbooks.map((playbook) => matchersOf({ ...smallPlan, playbooks }, playbook))).toEqual([
      [{ kind: "check", check: "check:1" }],
    ]);
  });

  it("is seen to by the role whose business it is, else by the manager", () => {
    expect(sample.playbooks.map((playbook) => playbookOwners(sample, playbook))).toEqual([
      ["role:dba"],
      ["role:devops"],
      ["role:devops"],
    ]);
    expect(smallPlan.playbooks.map((playbook) => playbookOwners(smallPlan, playbook))).toEqual([["role:rm"]]);
  });
});
