import { describe, expect, test } from "vitest";
import { passOf, quantile, ratioOf, type Standing, spreadOf, verdictOf } from "./figures";

const standing = (name: string, ...p50s: number[]): Standing => ({
  name,
  passes: p50s.map((p50Ms) => ({ p50Ms, p99Ms: p50Ms, cpuMs: p50Ms * 2 })),
});

describe("figures of a run", () => {
  test("a ratio is the median of the ratios pass by pass, not the ratio of medians", () => {
    const standings = [standing("ours", 2, 30, 4), standing("peer", 1, 10, 4)];
    expect(ratioOf(standings, "p50", "ours", "peer")).toEqual({ median: 2, min: 1, max: 3 });
  });

  test("somebody who did not take part has no ratio", () => {
    expect(() => ratioOf([standing("ours", 1)], "p50", "ours", "peer")).toThrow("peer");
  });

  test("the middle of an even number of passes lies between the two inner ones", () => {
    expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, min: 1, max: 4 });
  });

  test("processor time is told by operation", () => {
    expect(passOf({ timesMs: [1, 2, 3, 4], cpuMs: 8 })).toMatchObject({ cpuMs: 2, p50Ms: 3 });
    expect(quantile([], 0.5)).toBeNaN();
  });

  test("a bound is met on the edge, missed beyond it, and void when something went wrong", () => {
    const figure = { what: "", unit: "×", value: spreadOf([1.5]), must: { is: "at most", bound: 1.5 } } as const;
    expect(verdictOf({ faults: [] }, figure)).toBe("MET");
    expect(verdictOf({ faults: [] }, { ...figure, value: spreadOf([1.51]) })).toBe("MISSED");
    expect(verdictOf({ faults: [] }, { ...figure, must: { is: "at least", bound: 2 } })).toBe("MISSED");
    expect(verdictOf({ faults: ["a gap"] }, figure)).toBe("VOID");
    expect(verdictOf({ faults: [] }, { ...figure, value: spreadOf([-0.1]) })).toBe("VOID");
    expect(verdictOf({ faults: [] }, { ...figure, value: spreadOf([]) })).toBe("VOID");
    expect(verdictOf({ faults: [] }, { what: "", unit: "×", value: spreadOf([9]) })).toBe("shown");
  });
});
