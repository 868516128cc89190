import { expect, test } from "vitest";
import type { CheckReading } from "@/lib/contracts/round";
import { HISTORY_POINTS, type History, historyOf, withRound, withSamples } from "./history";

const series = "check:1.1|new";

function round(at: number, value: number | null): { readings: CheckReading[] } {
  const values: CheckReading["values"] = [{ side: "new", value, at }];
  const says = { key: "verdict.run.waiting", values: {} };
  return { readings: [{ check: "check:1.1", verdict: "passed", says, values, asked: true }] };
}

test("rounds make a line, and one that is told twice is one", () => {
  const once = withRound({}, round(1, 5));
  expect(withRound(once, round(1, 5))).toBe(once);
  expect(withRound(once, round(2, null))[series]).toEqual([
    { at: 1, value: 5 },
    { at: 2, value: null },
  ]);
});

test("a line keeps its newest points only", () => {
  let history: History = {};
  for (let at = 1; at <= HISTORY_POINTS + 5; at += 1) history = withRound(history, round(at, at));
  expect(history[series]).toHaveLength(HISTORY_POINTS);
  expect(history[series]?.at(-1)?.value).toBe(HISTORY_POINTS + 5);
});

test("what was measured before comes in front, and nothing twice", () => {
  const seen = withRound({}, round(30.4, 3));
  const samples = [10, 20, 30].map((at) => ({ series, at, value: at / 10 }));
  expect(withSamples(seen, samples)[series]?.map(({ value }) => value)).toEqual([1, 2, 3]);
});

test("samples by series keep their order", () => {
  const samples = [1, 2].map((at) => ({ series, at, value: null }));
  expect(historyOf(samples)).toEqual({ [series]: samples.map(({ at, value }) => ({ at, value })) });
});
