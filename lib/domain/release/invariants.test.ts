import { describe, expect, it } from "vitest";
import type { ReleaseEvent } from "./events";
import { foldLog } from "./evolve";
import type { Play } from "./fixtures/release-play";
import { dba, ops, shifting, started } from "./fixtures/small-night";
import { checkInvariants } from "./invariants";

/** What the checker says of a log that was tampered with, its own fold taken as the state. */
function judge(play: Play, events: ReleaseEvent[]): string[] {
  return checkInvariants(play.plan, events, foldLog(play.plan, events) ?? play.state());
}

function renumber(events: ReleaseEvent[]): ReleaseEvent[] {
  return events.map((event, at) => ({ ...event, seq: at + 1 }));
}

function without(play: Play, type: ReleaseEvent["type"]): ReleaseEvent[] {
  return renumber(play.events().filter((event) => event.type !== type));
}

describe("the checker of invariants", () => {
  it("finds nothing wrong with a night as it was", () => {
    const play = shifting();
    expect(judge(play, play.events())).toEqual([]);
  });

  it("finds a second decision of a round (I1)", () => {
    const play = shifting();
    const decided = play.events().find((event) => event.type === "gate.decided");
    if (decided === undefined) throw new Error("decided");
    expect(judge(play, renumber([...play.events(), { ...decided, at: play.now() }]))).toContainEqual(
      expect.stringMatching(/^I1: gate:1 round 1 was ended twice/),
    );
  });

  it("finds a gap in the numbers (I3)", () => {
    const play = started();
    const events = play.events().filter((event) => event.seq !== 2);
    expect(judge(play, events)[0]).toMatch(/^I3: event 3/);
  });

  it("finds a shift without its go (I5)", () => {
    const play = shifting();
    expect(judge(play, without(play, "gate.decided"))).toEqual(["I5: stage:3 was started while gate:1 was voting"]);
  });

  it("finds a shift and traffic during a hold (I5)", () => {
    const play = shifting();
    play.must(ops, { type: "traffic.confirm", share: 50 });
    play.must(ops, { type: "stage.stop", stage: "stage:3" });
    play.must(dba, { type: "release.hold" });
    const events = play.events();
    const traffic = events.find((event) => event.type === "traffic.set");
    const first = events[0];
    if (traffic === undefined || first === undefined) throw new Error("traffic");
    const down: ReleaseEvent = { ...traffic, type: "traffic.set", payload: { share: 0, from: 50 }, epoch: 2 };
    const up: ReleaseEvent = { ...traffic, epoch: 2 };
    expect(judge(play, renumber([...events, down, up])).filter((one) => one.startsWith("I5"))).toEqual([
      "I5: traffic went to 50 out of turn",
    ]);
  });

  it("finds a state that is not the fold (I9)", () => {
    const play = shifting();
    const state = { ...play.state(), traffic: { ...play.state().traffic, wanted: 100 } };
    expect(checkInvariants(play.plan, play.events(), state)).toEqual([
      "I9: folding the log does not give the stored state",
    ]);
  });

  it("finds an epoch that does not follow and a change that no table knows", () => {
    const play = started();
    const hold: ReleaseEvent = {
      ...(play.events().at(-1) ?? play.events()[0]),
      type: "release.resumed",
      payload: {},
      releaseId: play.state().releaseId,
      seq: play.state().seq + 1,
      at: play.now(),
      releaseAt: play.now(),
      epoch: 4,
      actor: { kind: "system", name: "x" },
    };
    expect(judge(play, [...play.events(), hold])).toEqual([`epoch of event ${hold.seq} is 4, not 0`]);
    const closed: ReleaseEvent = { ...hold, type: "release.closed", payload: { reason: null }, epoch: 0 };
    expect(judge(play, [...play.events(), closed])).toContain(
      "release.closed turned the release from running into closed",
    );
  });
});
