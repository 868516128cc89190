import { describe, expect, it } from "vitest";
import { earconOf, loudest } from "./earcon";
import type { ReleaseEvent } from "./events";
import { atFirstGate, dba, fresh, ops, rm, soaking } from "./fixtures/small-night";

const sounds = (events: ReleaseEvent[]) => events.map(earconOf).filter((earcon) => earcon !== null);

describe("a screen sounds", () => {
  it("for a gate that opens, a NO-GO, a hold and a rollback, and for nothing that goes well", () => {
    const play = atFirstGate();
    play.must(ops, { type: "gate.vote", gate: "gate:1", round: 1, vote: "go" });
    play.must(dba, { type: "gate.vote", gate: "gate:1", round: 1, vote: "no_go" });
    play.must(rm, { type: "release.hold" });
    play.must(rm, { type: "release.resume", ...fresh(play) });
    play.must(ops, { type: "rollback.start" });
    expect(sounds(play.events())).toEqual(["gate", "attention", "attention", "rollback"]);
  });

  it("once for several events, for the one that matters most", () => {
    const play = soaking();
    const from = play.state().seq;
    play.must(dba, { type: "gate.vote", gate: "gate:2", round: 1, vote: "no_go" });
    play.must(ops, { type: "rollback.start" });
    play.must(rm, { type: "note.add", text: "looking" });
    expect(loudest(play.events().slice(from))).toMatchObject({
      earcon: "rollback",
      event: { type: "rollback.started" },
    });
    expect(loudest([])).toBeNull();
  });
});
