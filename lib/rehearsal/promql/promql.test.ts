import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate";
import { QueryError } from "./expression";
import { parseQuery } from "./parse";
import type { Metrics } from "./vector";

/** Counters that rise by their number each second, and a gauge. */
const metrics: Metrics = (name, atS) => {
  const counter = (version: string, code: string, perSecond: number) => ({
    labels: { __name__: name, version, code },
    value: perSecond * atS,
  });
  if (name === "requests_total") {
    return [counter("v1", "200", 90), counter("v1", "500", 10), counter("v0", "200", 100), counter("v0", "503", 1)];
  }
  if (name === "lag") return [{ labels: { __name__: name, node: "a" }, value: atS }];
  if (name === "latency_bucket") {
    return [
      ["0.1", 50],
      ["0.2", 90],
      ["0.5", 100],
      ["+Inf", 100],
    ].map(([le, share]) => ({ labels: { __name__: name, le: String(le) }, value: Number(share) * atS }));
  }
  return [];
};

function ask(query: string) {
  const value = evaluate(parseQuery(query), { metrics, atS: 1_000 });
  return value.kind === "scalar" ? value.value : value.points.map((point) => [point.labels, point.value]);
}

describe("a query of the simulated shop", () => {
  it.each([
    ["1 + 2 * 3 - 4 / 2", 5],
    ["-(2 + 3) * 2", -10],
    ["7 % 4", 3],
    ["10 - 4 - 3", 3],
  ])("computes %s", (query, expected) => expect(ask(query)).toBe(expected));

  it.each([
    ['sum(rate(requests_total{version="v1"}[60s]))', 100],
    ['sum(rate(requests_total{version="v1",code=~"5.."}[1m])) / sum(rate(requests_total{version="v1"}[1m]))', 0.1],
    ['sum(increase(requests_total{version!="v1"}[10s]))', 1010],
    ['sum(requests_total{code!~"5.."}) - 1', 189_999],
    ["max(lag)", 1000],
    ["max_over_time(lag[100s])", 1000],
    ["avg_over_time(lag[100s])", 955],
    ["lag offset 1m", 940],
    ["vector(3) * 2", 6],
    ["2 - vector(3)", -1],
    ["clamp_min(-lag, 5)", 5],
    ["count(requests_total)", 4],
    ['{__name__="lag"} * 2', 2000],
    ["100 * histogram_quantile(0.9, sum by (le) (rate(latency_bucket[1m])))", 20],
    ["histogram_quantile(0.99, rate(latency_bucket[1m]))", 0.47],
  ])("answers %s", (query, expected) => {
    const found = ask(query);
    expect(Array.isArray(found) && found.length === 1 && found[0]?.[1]).toBeCloseTo(expected, 6);
  });

  it("keeps the labels that it is asked to keep", () => {
    expect(ask("sum by (version) (rate(requests_total[1m]))")).toEqual([
      [{ version: "v1" }, 100],
      [{ version: "v0" }, 101],
    ]);
    expect(ask("sum without (code) (rate(requests_total[1m]))")).toEqual(
      ask("sum(rate(requests_total[1m])) by (version)"),
    );
  });

  it("divides series with the same labels by each other, and leaves out what has no partner", () => {
    const query = 'rate(requests_total{code="500"}[1m]) / rate(requests_total[1m])';
    expect(ask(query)).toEqual([[{ version: "v1", code: "500" }, 1]]);
  });

  it("filters by comparison, and answers nothing for a metric that it does not have", () => {
    expect(ask("lag > 2000")).toEqual([]);
    expect(ask("lag > 20")).toEqual([[{ __name__: "lag", node: "a" }, 1000]]);
    expect(ask("no_such_metric")).toEqual([]);
    expect(ask("vector(0) / vector(0)")).toEqual([[{}, Number.NaN]]);
  });

  it("takes what stands behind or where the left side has nothing of that name", () => {
    expect(ask("sum(no_such_metric) or vector(0)")).toEqual([[{}, 0]]);
    expect(ask("sum(lag) or vector(0)")).toEqual([[{}, 1000]]);
    expect(ask("sum(lag) > 2000 or vector(3) + 1 or vector(5)")).toEqual([[{}, 4]]);
    expect(ask('requests_total{code="503"} or requests_total{version="v0"}')).toHaveLength(2);
  });

  it.each([
    "1 or 2",
    "lag or",
    "lag{",
    "sum(",
    "rate(lag)",
    "lag[5m]",
    "holt_winters(lag[5m], 1, 1)",
    "a * on (b) c",
    "1 > 2",
    "",
    "lag{node=~'('}",
    '{node="a"}',
    "§",
  ])("refuses %s", (query) => expect(() => ask(query)).toThrow(QueryError));

  it("refuses any text with a sentence, or answers it: it never breaks", () => {
    const text = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            "(",
            ")",
            "sum",
            "rate",
            "lag",
            "[5m]",
            "{",
            "}",
            "+",
            "-",
            '"x"',
            "by",
            "or",
            "1",
            ",",
            "=~",
          ),
          {
            maxLength: 60,
          },
        )
        .map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(text, (query) => {
        try {
          ask(query);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
        }
      }),
    );
    expect(() => ask("(".repeat(5_000))).toThrow(QueryError);
    expect(() => ask(`${"-".repeat(4_000)}1`)).not.toThrow(RangeError);
  });
});
