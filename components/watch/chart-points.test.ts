import { expect, test } from "vitest";
import { DEFAULT_RUN, type Measure } from "@/lib/domain/plan/measure";
import { chartPoints, summarise } from "./chart-points";

const measure: Measure = { ...DEFAULT_RUN, kind: "evidence", errors: "e", requests: "r", alertAt: 20, actAt: 100 };
const check = { id: "check:1.1", measure } as const;
const clock = { mode: "rehearsal", speed: 60, startsAt: 1_000_000, startedAt: 0 } as const;

test("sides of one round share a moment of the release's time, other checks' samples are left out", () => {
  const samples = [
    { series: "check:1.1|new", at: 1_000, value: 0.01 },
    { series: "check:1.1|old", at: 1_000, value: 0.002 },
    { series: "check:1.1|new", at: 500, value: null },
    { series: "check:1.2|new", at: 700, value: 7 },
  ];
  expect(chartPoints(check, samples, clock)).toEqual([
    { at: 1_030_000, new: null },
    { at: 1_060_000, new: 1, old: 0.2 },
  ]);
});

test("the summary tells the last, smallest and largest of each side, and nothing of a side without values", () => {
  const points = [
    { at: 1, new: 3 },
    { at: 2, new: 1, old: null },
    { at: 3, new: 2 },
  ];
  expect(summarise(points)).toEqual([{ side: "new", last: 2, low: 1, high: 3 }]);
});

test("what was asked for afterwards keeps its mark", () => {
  const samples = [{ series: "check:1.1|new", at: 1_000, value: 0.01, filled: true as const }];
  expect(chartPoints(check, samples, clock)).toEqual([{ at: 1_060_000, new: 1, filled: true }]);
});
