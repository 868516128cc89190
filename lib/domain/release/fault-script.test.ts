import { describe, expect, it, test } from "vitest";
import english from "@/messages/en/phrases.json";
import chinese from "@/messages/zh-CN/phrases.json";
import { FAULTS } from "./fault";
import { readFaultScript } from "./fault-script";
import { engine } from "./fixtures/release-play";
import { atFirstGate, dba, decideGo, fresh, ops, prepared, rm, soaking, started } from "./fixtures/small-night";
import { smallPlan } from "./fixtures/small-plan";
import { timersOf } from "./timers";

const MINUTE = 60_000;
const read = (text: string) => readFaultScript(smallPlan, text);
const rehearsal = { mode: "rehearsal", speed: 10 } as const;

describe("a fault script", () => {
  it("says in either language when a fault begins, how bad it is and when it ends", () => {
    const row = {
      anchor: { kind: "stage", stage: "stage:3" },
      afterMs: 2 * MINUTE,
      fault: "canary_errors",
      percent: 1,
      clearAfterMs: 3 * MINUTE,
    };
    expect(read("at stage 50% + 2 min: canary_errors 1%; clear after 3 min")).toEqual({ rows: [row], problems: [] });
    expect(read("阶段 50% + 2 分钟：新版本出错 1 %；3 分钟后撤去")).toEqual({ rows: [row], problems: [] });
    expect(read("stage Half: source down").rows).toMatchObject([
      { anchor: { stage: "stage:3" }, afterMs: 0, clearAfterMs: null },
    ]);
    expect(read("# a comment\n\nstart + 90 s: canary_dead").rows).toMatchObject([
      { anchor: { kind: "start" }, afterMs: 90_000 },
    ]);
  });

  it.each(FAULTS)("may put in %s", (fault) => {
    const level = fault === "canary_errors" ? " 0.5 %" : "";
    expect(read(`now: ${fault}${level}`).rows).toMatchObject([{ anchor: { kind: "now" }, fault }]);
  });

  it.each([
    ["english", english.word],
    ["chinese", chinese.word],
  ])("calls every fault as the screens do in %s", (_, words) => {
    for (const fault of FAULTS) {
      const level = fault === "canary_errors" ? " 2%" : "";
      expect(read(`now: ${words[fault]}${level}`).rows, words[fault]).toMatchObject([{ fault }]);
    }
  });

  it.each([
    ["tomorrow", "row"],
    ["at stage 33%: source_down", "stage"],
    ["start: meteor", "fault"],
    ["start: canary_errors", "percent"],
    ["start: canary_errors 0%", "percent"],
    ["start: source_down 5%", "percent"],
    ["start + 3 moons: source_down", "row"],
    ["start: source_down; clear after lunch", "row"],
  ])("is not guessed at: “%s”", (text, because) => {
    expect(read(`start: source_slow\n${text}`)).toMatchObject({
      rows: [{ fault: "source_slow" }],
      problems: [{ line: 2, text, because }],
    });
  });

  it("that is too long is cut with a word about it", () => {
    const { rows, problems } = read("now: source_down\n".repeat(51));
    expect(rows).toHaveLength(50);
    expect(problems).toMatchObject([{ line: 51, because: "too-many" }]);
  });
});

function shifted(text: string) {
  const play = atFirstGate(rehearsal);
  decideGo(play, "gate:1");
  play.must(rm, { type: "fault.script", name: "bad night", text });
  play.must(ops, { type: "stage.start", stage: "stage:3", ...fresh(play) });
  return play;
}

describe("a script that runs", () => {
  it("puts its fault in at its time by the release's clock, under its name, and takes it away again", () => {
    const play = shifted("stage 50% + 2 min: canary_errors 1%; clear after 3 min");
    const before = play.state().seq;
    play.pass(1.9);
    expect(play.state().faults).toEqual({});
    play.pass(0.2);
    expect(play.state().faults.canary_errors).toMatchObject({
      percent: 1,
      by: { kind: "system", name: "script: bad night" },
    });
    play.pass(2.7);
    expect(play.state().faults.canary_errors).toBeDefined();
    play.pass(0.3);
    expect(play.state().faults).toEqual({});
    const told = play.events().filter(({ seq, type }) => seq > before && type.startsWith("fault."));
    expect(told).toMatchObject([
      { type: "fault.injected", payload: { fault: "canary_errors", percent: 1, script: "bad night", row: 0 } },
      { type: "fault.cleared", payload: { fault: "canary_errors", script: "bad night", row: 0 } },
    ]);
  });

  it("waits for its stage, and its timers are real: a faster rehearsal has them sooner", () => {
    const play = atFirstGate(rehearsal);
    play.must(rm, { type: "fault.script", text: "stage 50%: canary_dead\nnow + 5 min: source_down" });
    const own = timersOf(play.plan, play.state()).filter(({ command }) => command.type === "fault.due");
    expect(own.map(({ dueAt }) => dueAt - play.now())).toEqual([(5 * MINUTE) / 10]);
    expect(play.state().script?.rows.map(({ status }) => status)).toEqual(["waiting", "waiting"]);
  });

  it("misses what was past when it was given, and says so, instead of making up for it", () => {
    const play = shifted("stage 50% + 8 hours: alert_firing");
    play.pass(10);
    play.must(rm, { type: "fault.script", text: "stage 50% + 2 min: source_down" });
    expect(play.state().script?.rows).toMatchObject([{ status: "missed" }]);
    play.pass(10);
    expect(play.state().faults).toEqual({});
  });

  it("leaves what a person has put in since, and has nothing to end that a person took away", () => {
    const play = shifted("stage 50%: canary_errors 1%; clear after 3 min");
    play.pass(1);
    play.must(rm, { type: "fault.inject", fault: "canary_errors", percent: 2 });
    play.pass(5);
    expect(play.state().faults.canary_errors).toMatchObject({ percent: 2 });
    play.must(rm, { type: "fault.clear", fault: "canary_errors" });
    expect(play.state().script?.rows).toMatchObject([{ status: "over" }]);
  });

  it("ends by an empty one, and what it has put in stays until it is taken away", () => {
    const play = shifted("now: source_down; clear after 1 min\nnow + 1 min: canary_dead");
    play.pass(0.5);
    play.must(rm, { type: "fault.script", text: "" });
    play.pass(5);
    expect(play.state()).toMatchObject({ script: null, faults: { source_down: {} } });
    expect(play.state().faults.canary_dead).toBeUndefined();
    expect(play.refusal(rm, { type: "fault.script", text: "" }).because).toBe("no-such-script");
  });

  it("lets the shop get well also while the release goes back", () => {
    const play = shifted("now: canary_errors 2%; clear after 3 min");
    play.pass(1);
    play.must(ops, { type: "rollback.start" });
    play.pass(5);
    expect(play.state()).toMatchObject({ status: "rolling_back", faults: {} });
  });

  it("is a manager's, of a rehearsal, and says which line it cannot read", () => {
    expect(started(rehearsal).refusal(dba, { type: "fault.script", text: "now: source_down" }).kind).toBe("forbidden");
    expect(soaking().refusal(rm, { type: "fault.script", text: "now: source_down" }).because).toBe("only-in-rehearsal");
    expect(prepared(rehearsal).refusal(rm, { type: "fault.script", text: "start: source_down\nwhat" })).toMatchObject({
      because: "script-unreadable",
      facts: { line: 2, text: "what" },
    });
  });

  it("acts by its clock alone: asked early, or for another script, it does nothing", () => {
    const play = shifted("stage 50% + 2 min: source_down");
    const script = play.state().script?.at ?? 0;
    const due = { type: "fault.due", script, row: 0, act: "inject" } as const;
    expect(play.refusal(engine, due)).toMatchObject({ because: "not-due", facts: { remainingMs: 2 * MINUTE } });
    expect(play.refusal(engine, { ...due, script: script + 1 }).because).toBe("no-such-script");
    expect(play.refusal(engine, { ...due, act: "clear" }).because).toBe("no-such-script");
    expect(play.refusal(rm, due).kind).toBe("forbidden");
  });
});

test("a release that was made with a script starts it with its own clock", () => {
  const play = prepared({
    ...rehearsal,
    faultScript: { name: "blind", rows: read("start + 1 min: source_down").rows },
  });
  expect(timersOf(play.plan, play.state())).toEqual([]);
  play.must(dba, { type: "item.sign", item: "item:1.1" });
  play.pass(30);
  play.must(rm, { type: "release.start", ...fresh(play) });
  play.pass(1.1);
  expect(play.state().faults.source_down).toMatchObject({ by: { name: "script: blind" } });
});
