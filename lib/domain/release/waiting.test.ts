import { describe, expect, it } from "vitest";
import type { Play } from "./fixtures/release-play";
import { atFirstGate, dba, decideGo, fresh, prepared, rm, voteGo } from "./fixtures/small-night";
import { waitingFor } from "./waiting";

function waits(play: Play, person: string): string[] {
  return waitingFor(play.plan, play.state(), person).map(({ kind, id }) => `${kind} ${id}`);
}

describe("what waits for a person", () => {
  it("is nothing for whoever has no role, and for a display", () => {
    expect(waits(prepared(), "person-stranger")).toEqual([]);
    expect(waitingFor(prepared().plan, prepared().state(), null)).toEqual([]);
  });

  it("is an owner's open item until it is signed", () => {
    const play = prepared();
    expect(waits(play, "person-dba")).toContain("item item:1.1");
    play.must(dba, { type: "item.sign", item: "item:1.1" });
    expect(waits(play, "person-dba")).not.toContain("item item:1.1");
  });

  it("says when somebody is only the substitute", () => {
    const play = prepared();
    const mine = waitingFor(play.plan, play.state(), "person-deputy");
    expect(mine.find(({ id }) => id === "item:1.1")?.substitute).toBe(true);
  });

  it("is a vote at an open gate until it is cast, and the decision for the manager when all have voted GO", () => {
    const play = atFirstGate();
    expect(waits(play, "person-dba")).toContain("vote gate:1");
    expect(waits(play, "person-rm")).not.toContain("decide gate:1");
    voteGo(play, "gate:1");
    expect(waits(play, "person-dba")).not.toContain("vote gate:1");
    expect(waits(play, "person-rm")).toContain("decide gate:1");
  });

  it("is no vote that a rollback overtook", () => {
    const play = atFirstGate();
    play.must(rm, { type: "release.hold" });
    expect(waits(play, "person-dba")).toContain("vote gate:1");
    play.must(rm, { type: "rollback.start" });
    expect(waits(play, "person-dba").filter((one) => one.endsWith("gate:1"))).toEqual([]);
  });

  it("is the next stage for its owner once its gate is decided", () => {
    const play = atFirstGate();
    decideGo(play, "gate:1");
    expect(waits(play, "person-ops")).toContain("stage stage:3");
  });

  it("is the start for the creator while nobody else manages the release", () => {
    const play = prepared();
    expect(waits(play, "person-rm").some((one) => one.startsWith("start "))).toBe(true);
    play.must(dba, { type: "item.sign", item: "item:1.1" });
    play.must(rm, { type: "release.start", ...fresh(play) });
    expect(waits(play, "person-rm").some((one) => one.startsWith("start "))).toBe(false);
  });
});
