import { describe, expect, it, test } from "vitest";
import { ops, rm, shifting, soaking } from "@/lib/domain/release/fixtures/small-night";
import { chartMarks, MARK_ROWS, timeTicks, valueTicks } from "./chart-marks";

const minute = 60_000;
const words = { override: "OVERRIDE", hold: "暂停", rollback: "回滚" };

describe("a chart's time", () => {
  it("is marked with the stages that began, what was decided, holds and rollbacks", () => {
    const play = soaking();
    const from = play.events()[0]?.releaseAt ?? 0;
    play.pass(20);
    play.must(rm, { type: "release.hold" });
    play.pass(40);
    play.must(ops, { type: "rollback.start" });
    const marks = chartMarks(play.plan, play.events(), { from, to: play.now(), words });
    expect(marks.filter(({ kind }) => kind === "stage").map(({ at }) => at)).toEqual(
      play.events().flatMap(({ type, releaseAt }) => (type === "stage.started" ? [releaseAt] : [])),
    );
    expect(marks.flatMap(({ kind, label }) => (kind === "decision" ? [label] : []))).toEqual(["GO", "暂停", "回滚"]);
    expect(play.events().map(({ type }) => type)).toContain("gate.decided");
  });

  it("leaves out what lies outside of it", () => {
    const play = shifting();
    const range = { from: play.now() + minute, to: play.now() + 2 * minute, words };
    expect(chartMarks(play.plan, play.events(), range)).toEqual([]);
  });

  it("has no label upon another: what comes close stands a row higher, and loses its label before it covers one", () => {
    const play = shifting();
    const range = { from: play.now() - minute, to: play.now() + 600 * minute, words };
    const marks = chartMarks(play.plan, play.events(), range);
    const labelled = marks.filter(({ label }) => label !== "");
    expect(new Set(labelled.map(({ row }) => row)).size).toBe(labelled.length);
    expect(labelled.length).toBeLessThanOrEqual(MARK_ROWS);
  });
});

test("an axis has round times, and not many", () => {
  expect(timeTicks({ from: 3.2 * minute, to: 24 * minute })).toEqual([5, 10, 15, 20].map((at) => at * minute));
  for (const span of [3, 17, 61, 240, 900]) expect(timeTicks({ from: 0, to: span * minute }).length).toBeLessThan(9);
});

test("the other axis has round values up to the largest or just beyond", () => {
  expect(valueTicks(2.12)).toEqual([0, 0.5, 1, 1.5, 2, 2.5]);
  expect(valueTicks(0.1)).toEqual([0, 0.02, 0.04, 0.06, 0.08, 0.1]);
  expect(valueTicks(6100)).toEqual([0, 2000, 4000, 6000, 8000]);
  expect(valueTicks(0)).toEqual([0, 1]);
});
