import { describe, expect, it } from "vitest";
import { DEFAULT_RUN, type Measure } from "../domain/plan/measure";
import { fillSeries } from "./fill-series";
import type { SourceAnswer } from "./source-answer";

type Line = [atS: number, value: string][];
const range = (...lines: Line[]): SourceAnswer => {
  const result = lines.map((values, index) => ({ metric: { pod: String(index) }, values }));
  return { kind: "json", status: 200, body: { status: "success", data: { resultType: "matrix", result } } };
};
const run = { ...DEFAULT_RUN };
const limit: Measure = { ...run, kind: "limit", query: "q", unit: "", pass: null, fail: null };
const rate: Measure = {
  ...{ ...run, kind: "rate", errors: "e", requests: "r", limit: 0.01, healthy: "below", literal: false },
};
const evidence: Measure = { ...run, kind: "evidence", errors: "e", requests: "r", alertAt: 20, actAt: 100 };
const serving: Measure = { ...run, kind: "serving", requests: "r" };

describe("a chart that is filled afterwards", () => {
  it("has the values of one series, without what is no number", () => {
    const answer = range([
      [15, "4"],
      [30, "NaN"],
      [45, "6"],
    ]);
    expect(fillSeries(limit, [answer])).toEqual([
      { side: "one", atS: 15, value: 4 },
      { side: "one", atS: 45, value: 6 },
    ]);
  });

  it("has nothing where the source answers two series, an error, or nothing", () => {
    expect(fillSeries(limit, [range([[15, "4"]], [[15, "5"]])])).toEqual([]);
    expect(fillSeries(limit, [{ kind: "unreachable" }])).toEqual([]);
    expect(fillSeries(limit, [range()])).toEqual([]);
    expect(fillSeries(limit, [])).toEqual([]);
  });

  it("has rates from what counters counted between two moments, over several pods and a restart of one", () => {
    const errors = range([
      [0, "1"],
      [15, "2"],
      [30, "2"],
    ]);
    const requests = range(
      [
        [0, "100"],
        [15, "150"],
        [30, "200"],
      ],
      [
        [0, "100"],
        [15, "150"],
        // A sum that went down lost a part: what it counts is not known, and counts nothing.
        [30, "20"],
      ],
    );
    expect(fillSeries(rate, [errors, requests])).toEqual([
      { side: "new", atS: 15, value: 0.01 },
      { side: "new", atS: 30, value: 0 },
    ]);
  });

  it("has both versions where both are compared", () => {
    const errors = (each: number) =>
      range([
        [0, "0"],
        [15, String(each)],
      ]);
    const requests = errors(100);
    expect(fillSeries(evidence, [errors(3), requests, errors(1), requests])).toEqual([
      { side: "new", atS: 15, value: 0.03 },
      { side: "old", atS: 15, value: 0.01 },
    ]);
  });

  it("has the share that the new version served of all", () => {
    const fresh = range([
      [0, "0"],
      [15, "5"],
    ]);
    const old = range([
      [0, "0"],
      [15, "95"],
    ]);
    expect(fillSeries(serving, [fresh, old])).toEqual([{ side: "one", atS: 15, value: 0.05 }]);
  });
});
