import { describe, expect, it } from "vitest";
import { type Gap, gapBefore, gapKey, gapsLeft } from "./chart-gaps";

const at = 1_800_000_000_000;
const hour = 3_600_000;
const live = { clock: { mode: "live" as const, speed: 1, startsAt: at, startedAt: null }, started: null };
const seen = { state: live, at, intervalMs: 15_000 };

describe("the stretch that a chart lacks", () => {
  it("is the hour before the first answer of a live release, and all of one that has run longer", () => {
    expect(gapBefore("main", null, seen)).toMatchObject({ from: at - hour, to: at });
    const mark = { by: { kind: "system" as const, name: "x" }, at: at - 3 * hour, releaseAt: 0 };
    const state = { ...live, started: { ...mark, override: null, unmet: [] } };
    expect(gapBefore("main", null, { ...seen, state })).toMatchObject({ from: at - 3 * hour });
    const days = { ...state, started: { ...state.started, at: at - 90 * hour } };
    expect(gapBefore("main", null, { ...seen, state: days })).toMatchObject({ from: at - 24 * hour });
  });

  it("is what nobody measured since the last answer, and nothing after rounds that are hardly late", () => {
    expect(gapBefore("main", at - 120_000, seen)).toMatchObject({ from: at - 120_000 });
    expect(gapBefore("main", at - 45_000, seen)).toBeNull();
  });

  it("is nothing before a rehearsal begins, whose clock stands still", () => {
    const clock = { mode: "rehearsal" as const, speed: 60, startsAt: at, startedAt: null };
    expect(gapBefore("main", null, { ...seen, state: { clock, started: null } })).toBeNull();
    const running = { clock: { ...clock, startedAt: at - 30_000 }, started: null };
    expect(gapBefore("main", at - 60_000, { ...seen, state: running, intervalMs: 500 })).toMatchObject({
      from: at - 30_000,
    });
  });

  it("is done once it was answered, and given up after five attempts in vain", () => {
    const gap: Gap = { source: "main", from: 1, to: 2, tries: 0 };
    expect(gapsLeft([gap], new Map())).toEqual([gap]);
    expect(gapsLeft([gap], new Map([[gapKey(gap), true]]))).toEqual([]);
    const vain = new Map([[gapKey(gap), false]]);
    let left = [gap];
    for (let index = 0; index < 4; index += 1) left = gapsLeft(left, vain);
    expect(left).toMatchObject([{ tries: 4 }]);
    expect(gapsLeft(left, vain)).toEqual([]);
  });
});
