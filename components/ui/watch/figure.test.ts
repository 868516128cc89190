import { expect, test } from "vitest";
import { DEFAULT_RUN, type Measure } from "@/lib/domain/plan/measure";
import { changeOf, figureOf, thresholdOf } from "./figure";

const rate: Measure = {
  ...DEFAULT_RUN,
  kind: "rate",
  errors: "e",
  requests: "r",
  limit: 0.001,
  healthy: "below",
  literal: false,
};
const limit: Measure = {
  ...DEFAULT_RUN,
  kind: "limit",
  query: "q",
  unit: "/s",
  pass: { comparator: ">", value: 5000 },
  fail: null,
};
const comparison: Measure = {
  ...DEFAULT_RUN,
  kind: "comparison",
  canary: "c",
  baseline: "b",
  unit: "ms",
  direction: "increase",
  allowedRatio: 1.3,
};

test("shares of requests are read in percent, other values in their own unit, thousands apart", () => {
  expect(figureOf(rate, 0.000234)).toEqual({ text: "0.023", unit: "%" });
  expect(figureOf(limit, 5212.4)).toEqual({ text: "5,212", unit: "/s" });
  expect(figureOf(comparison, null).text).toBe("–");
});

test("a threshold reads as the plan writes it, in the unit that is shown", () => {
  expect(thresholdOf(rate, 5)).toEqual({ value: 0.1, text: "< 0.1%" });
  expect(thresholdOf(limit, 5)).toEqual({ value: 5000, text: "> 5,000 /s" });
  expect(thresholdOf(comparison, 5)).toBeNull();
});

test("a change is worse or better by the direction that the plan calls bad, and small ones are none", () => {
  expect(changeOf(comparison, { new: 120, old: 100 })).toEqual({ way: "worse", up: true, text: "+20%" });
  expect(changeOf(comparison, { new: 80, old: 100 })).toEqual({ way: "better", up: false, text: "−20%" });
  expect(changeOf({ ...comparison, direction: "decrease" }, { new: 120, old: 100 })?.way).toBe("better");
  expect(changeOf(comparison, { new: 101, old: 100 })?.way).toBe("same");
  expect(changeOf(rate, { new: 0.02, old: 0.001 })?.text).toBe("×20");
  expect(changeOf(rate, { new: 0.02, old: 0 })).toBeNull();
});
