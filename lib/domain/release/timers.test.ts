import { describe, expect, it } from "vitest";
import { engine } from "./fixtures/release-play";
import { atFirstGate, dba, decideGo, fresh, ops, type prepared, rm, shifting, soaking } from "./fixtures/small-night";
import { timersOf } from "./timers";

const MINUTE = 60_000;

function due(play: ReturnType<typeof prepared>) {
  return timersOf(play.plan, play.state()).map(({ key, dueAt, epoch }) => ({ key, inMs: dueAt - play.now(), epoch }));
}

describe("timers", () => {
  it("stand for a vote's end, by the end of the soak", () => {
    expect(due(atFirstGate())).toEqual([{ key: "gate.expire:gate:1:1", inMs: 30 * MINUTE, epoch: 0 }]);
    expect(due(soaking())).toEqual([{ key: "gate.expire:gate:2:1", inMs: 40 * MINUTE, epoch: 0 }]);
  });

  it("are in real time: a rehearsal's come sooner", () => {
    expect(due(soaking({ mode: "rehearsal", speed: 60 }))).toEqual([
      { key: "gate.expire:gate:2:1", inMs: 40_000, epoch: 0 },
    ]);
  });

  it("of votes are gone while held, and come back with what was left", () => {
    const play = atFirstGate();
    play.pass(20);
    play.must(dba, { type: "release.hold" });
    expect(due(play)).toEqual([]);
    play.pass(60);
    play.must(rm, { type: "release.resume", ...fresh(play) });
    expect(due(play)).toEqual([{ key: "gate.expire:gate:1:1", inMs: 10 * MINUTE, epoch: 1 }]);
  });

  it("stand for a go's lapse, also while held, until its shift starts", () => {
    const play = atFirstGate();
    decideGo(play, "gate:1");
    play.pass(5);
    play.must(dba, { type: "release.hold" });
    expect(due(play)).toEqual([{ key: "gate.lapse:gate:1:1", inMs: 25 * MINUTE, epoch: 1 }]);
    play.must(rm, { type: "release.resume", ...fresh(play) });
    play.must(ops, { type: "stage.start", stage: "stage:3", ...fresh(play) });
    expect(due(play)).toEqual([]);
  });

  it("that go off early or late are refused", () => {
    const play = atFirstGate();
    const expire = { type: "gate.expire", gate: "gate:1", round: 1 } as const;
    play.pass(29);
    expect(play.refusal(engine, expire)).toMatchObject({ because: "not-due", facts: { remainingMs: MINUTE } });
    decideGo(play, "gate:1");
    expect(play.refusal(engine, expire).kind).toBe("already");
    expect(play.refusal(engine, { type: "gate.lapse", gate: "gate:1", round: 1 }).because).toBe("not-due");
  });

  it("end with the release", () => {
    const play = shifting();
    play.must(rm, { type: "rollback.schedule", at: play.now() + 10 * MINUTE, reason: "P1" });
    expect(due(play)).toEqual([{ key: "rollback.due", inMs: 10 * MINUTE, epoch: 0 }]);
    play.must(ops, { type: "rollback.start" });
    expect(due(play)).toEqual([]);
    expect(play.refusal(engine, { type: "rollback.due" }).kind).toBe("already");
  });
});
