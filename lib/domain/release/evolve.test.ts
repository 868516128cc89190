import { describe, expect, it } from "vitest";
import { ADVERSE_KEPT } from "./adverse";
import { evolve, foldLog } from "./evolve";
import { dba, deputy, observing, ops, rm, shifting, soaking, started } from "./fixtures/small-night";
import { sameValue } from "./same-value";

describe("the fold", () => {
  it("of the log is the state, also after a round through JSON", () => {
    const play = observing();
    const log = JSON.parse(JSON.stringify(play.events()));
    expect(foldLog(play.plan, log)).toEqual(play.state());
    expect(sameValue(JSON.parse(JSON.stringify(play.state())), play.state())).toBe(true);
  });

  it("changes nothing in place and copies only what changed", () => {
    const play = started();
    const before = play.state();
    const frozen = JSON.stringify(before);
    play.must(dba, { type: "item.revoke", item: "item:1.1", reason: "again" });
    expect(JSON.stringify(before)).toBe(frozen);
    const after = play.state();
    expect(after.items).not.toBe(before.items);
    expect(after.items["item:1.2"]).toBe(before.items["item:1.2"]);
    expect(after.stages).toBe(before.stages);
    expect(after.gates).toBe(before.gates);
    expect(after.roles).toBe(before.roles);
  });

  it("raises the epoch by hold, stop and rollback and by nothing else", () => {
    const play = shifting();
    expect(play.state().epoch).toBe(0);
    play.must(ops, { type: "stage.stop", stage: "stage:3" });
    play.must(dba, { type: "release.hold" });
    play.must(ops, { type: "rollback.start" });
    expect(play.state().epoch).toBe(3);
    expect(play.events().filter((event, at) => event.epoch > (play.events()[at - 1]?.epoch ?? 0))).toHaveLength(3);
  });

  it("keeps notes out of the state but for their number", () => {
    const play = started();
    play.must(dba, { type: "note.add", text: "a very private thought" });
    expect(JSON.stringify(play.state())).not.toContain("private");
    expect(play.state().noteCount).toBe(1);
  });

  it("keeps the last adverse events only", () => {
    const play = started();
    for (let turn = 0; turn < ADVERSE_KEPT; turn += 1) {
      play.must(dba, { type: "release.hold" });
      play.must(rm, { type: "release.resume", expectedSeq: play.state().seq });
    }
    expect(play.state().adverse).toHaveLength(ADVERSE_KEPT);
    expect(play.state().adverse.at(-1)).toMatchObject({ type: "release.resumed", seq: play.state().seq });
  });

  it("lets blindness end with the source that began it", () => {
    const play = soaking();
    play.happen({ type: "source.lost", payload: { source: "prometheus" } });
    play.happen({ type: "source.found", payload: { source: "nginx" } });
    expect(play.state().blind).toMatchObject({ source: "prometheus" });
    play.happen({ type: "source.found", payload: { source: "prometheus" } });
    expect(play.state().blind).toBeNull();
  });

  it("of a log without its beginning still gives a state", () => {
    const play = started();
    const second = play.events()[1];
    if (second === undefined) throw new Error("two events at least");
    expect(evolve(play.plan, null, second)).toMatchObject({ status: "preparing", seq: 2 });
    expect(foldLog(play.plan, [])).toBeNull();
  });

  it("marks what a substitute did", () => {
    const play = started();
    play.must(deputy, { type: "release.hold" });
    expect(play.state().hold?.by).toMatchObject({ name: "deputy", substitute: true });
  });
});
