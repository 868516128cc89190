import { expect, test } from "vitest";
import { DEFAULT_RUN, type Measure as DomainMeasure, queriesOf } from "../domain/plan/measure";
import { Measure } from "./measure";

const one = "up";
const every: DomainMeasure[] = [
  {
    kind: "limit",
    query: one,
    unit: "ms",
    pass: { comparator: "<", value: 100 },
    fail: { comparator: ">=", value: 200 },
    ...DEFAULT_RUN,
  },
  { kind: "rate", errors: one, requests: "all", limit: 0.001, healthy: "below", literal: false, ...DEFAULT_RUN },
  { kind: "evidence", errors: one, requests: "all", alertAt: 20, actAt: 100, ...DEFAULT_RUN },
  {
    kind: "comparison",
    canary: one,
    baseline: "old",
    unit: "ms",
    direction: "increase",
    allowedRatio: 1.3,
    ...DEFAULT_RUN,
  },
  { kind: "serving", requests: one, ...DEFAULT_RUN, source: "metrics" },
];

test.each(every)("a $kind measure reads back as it was written", (measure) =>
  expect(Measure.parse(JSON.parse(JSON.stringify(measure)))).toEqual(measure),
);

test.each(every)("the queries of a $kind measure are known", (measure) => expect(queriesOf(measure)[0]).toBe(one));

test.each([
  ["no query", { ...every[0], query: " " }],
  ["a rate above one", { ...every[1], limit: 1 }],
  ["an allowed ratio that every healthy release breaks", { ...every[3], allowedRatio: 1 }],
  ["an interval of nothing", { ...every[4], intervalS: 0 }],
  ["a kind that nobody knows", { ...every[4], kind: "guess" }],
  ["a word that means nothing here", { ...every[4], unit: "ms" }],
])("a measure with %s is refused", (_what, measure) => expect(Measure.safeParse(measure).success).toBe(false));
