import { describe, expect, it } from "vitest";
import { atFirstGate, dba, fresh, ops, rm, soaking } from "./fixtures/small-night";
import { soaksEndedAt } from "./soak";

describe("the end of a soak", () => {
  it.each([
    ["live", { mode: "live" as const }, 600_000],
    ["in a rehearsal sixty times as fast", { mode: "rehearsal" as const, speed: 60 }, 10_000],
  ])("is an instant of real time, %s", (_how, options, lasts) => {
    const play = soaking(options);
    const since = play.now();
    play.pass(11);
    const before = play.state();
    play.must(ops, { type: "stage.complete", stage: "stage:4", ...fresh(play) });
    expect(soaksEndedAt(play.plan, before, play.events().slice(before.seq))).toBe(since + lasts);
  });

  it("comes later by what was held", () => {
    const play = soaking({ mode: "live" });
    const since = play.now();
    play.pass(2);
    play.must(dba, { type: "release.hold" });
    play.pass(60);
    play.must(rm, { type: "release.resume", ...fresh(play) });
    play.pass(9);
    const before = play.state();
    play.must(ops, { type: "stage.complete", stage: "stage:4", ...fresh(play) });
    expect(soaksEndedAt(play.plan, before, play.events().slice(before.seq))).toBe(since + 70 * 60_000);
  });

  it("binds nothing that ends no observation", () => {
    const play = atFirstGate();
    const before = play.state();
    play.must(dba, { type: "note.add", text: "quiet" });
    expect(soaksEndedAt(play.plan, before, play.events().slice(before.seq))).toBeNull();
  });
});
