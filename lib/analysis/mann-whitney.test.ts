import fc from "fast-check";
import { expect, test } from "vitest";
import { compareSamples, isWorse } from "./compare-samples";
import golden from "./golden/mann-whitney.json";
import { hodgesLehmann, mannWhitneyP, shiftInterval } from "./mann-whitney";

const times = (count: number, value: number) => Array.from({ length: count }, () => value);
const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 20 });

test("p values agree with SciPy to 1e-9", () => {
  expect(golden.length).toBeGreaterThan(40);
  for (const { x, y, p } of golden) expect(Math.abs(mannWhitneyP(x, y) - p)).toBeLessThan(1e-9);
});

test("neither side is special: p is the same, the shift turns round", () =>
  fc.assert(
    fc.property(numbers, numbers, (x, y) => {
      expect(mannWhitneyP(x, y)).toBeCloseTo(mannWhitneyP(y, x), 12);
      expect(hodgesLehmann(x, y)).toBeCloseTo(-hodgesLehmann(y, x), 12);
    }),
  ));

test("moving everything on one side moves the estimate and its interval by as much", () =>
  fc.assert(
    fc.property(numbers, numbers, fc.integer({ min: -30, max: 30 }), (x, y, by) => {
      const moved = x.map((value) => value + by);
      expect(hodgesLehmann(moved, y)).toBeCloseTo(hodgesLehmann(x, y) + by, 9);
      expect(shiftInterval(moved, y, 0.98).low).toBeCloseTo(shiftInterval(x, y, 0.98).low + by, 6);
    }),
  ));

test("the interval holds the estimate", () =>
  fc.assert(
    fc.property(numbers, numbers, (x, y) => {
      const { low, high } = shiftInterval(x, y, 0.98);
      expect(low).toBeLessThanOrEqual(hodgesLehmann(x, y) + 1e-6);
      expect(high).toBeGreaterThanOrEqual(hodgesLehmann(x, y) - 1e-6);
    }),
  ));

test.each([
  ["7 of 10 points at 100 against all 1", [...times(7, 100), ...times(3, 1)], times(10, 1), "no"],
  ["8 of 10 points at 100 against all 1", [...times(8, 100), ...times(2, 1)], times(10, 1), "high"],
  ["a few small bumps against zeros", [0, 1, 2, 1, 0, 0], times(6, 0), "no"],
  ["identical values", times(20, 5), times(20, 5), "no"],
  ["values that differ only in order", [1, 2, 3, 4, 5, 6], [6, 5, 4, 3, 2, 1], "no"],
  ["nothing at all", [], [], "no"],
  ["only NaN", times(12, Number.NaN), times(12, 1), "no"],
  ["half of it", times(12, 50), times(12, 100), "low"],
])("Kayenta's fixture: %s", (_what, canary, baseline, moved) =>
  expect(compareSamples(canary, baseline).moved).toBe(moved),
);

test("a shift that is certain but small stays behind the effect gate", () => {
  const old = Array.from({ length: 40 }, (_, index) => 100 + (index % 5));
  const slower = (factor: number) =>
    compareSamples(
      old.map((value) => value * factor),
      old,
    );
  expect(slower(1.1).moved).toBe("high");
  expect(isWorse(slower(1.1), "increase", 1.3)).toBe(false);
  expect(isWorse(slower(1.4), "increase", 1.3)).toBe(true);
  expect(isWorse(slower(1.4), "decrease", 1.3)).toBe(false);
  expect(isWorse(slower(0.5), "either", 1.3)).toBe(true);
});
